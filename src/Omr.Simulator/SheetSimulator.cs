using System.Collections.Immutable;
using System.Globalization;
using Omr.Engine.Template;
using Omr.Simulator.Encoding;
using Omr.Simulator.Paper;
using Omr.Simulator.Pencil;
using Omr.Simulator.Planning;
using Omr.Simulator.Printing;
using Omr.Simulator.Scanning;
using Omr.Simulator.Truth;

namespace Omr.Simulator;

/// <summary>
/// Makes one scan of one plan: the printed page gets paper and toner, the writer's pencil, what happens to the sheet,
/// and goes through the scanner into a file. All chance comes from the seed and the sheet's index.
/// </summary>
internal sealed class SheetSimulator(SimulationSettings settings)
{
    private readonly ILookup<(string, int), (TemplateBubble Bubble, BubbleShape Shape)> _bubbles =
        settings.Template.Bubbles().ToLookup(
            b => (b.Field, b.Item), b => (b, settings.Template.Field(b.Field)!.Bubble.Shape));

    /// <summary>
    /// Resolution of the printed page for a scan of that resolution: finer, so that no detail is made up.
    /// </summary>
    public static int PrintDpi(int dpi) => Math.Min(600, Math.Max(dpi, dpi * 3 / 2));

    /// <summary>What is done to the sheets on top of the profile.</summary>
    public SheetHarm Harm { get; init; } = SheetHarm.None;

    /// <summary>Fills and scans a sheet.</summary>
    /// <param name="index">Its place in the run, from 0.</param>
    /// <param name="plan">What is on it.</param>
    /// <param name="page">Its printed page; it is written on.</param>
    public SimulatedSheet Make(int index, SheetPlan plan, GreyPicture page)
    {
        var (_, scan, scanner) = Scan(index, plan, page);
        var name = (index + 1).ToString("D4", CultureInfo.InvariantCulture) + ScanFile.Extension(settings.Format);
        var bytes = ScanFile.Encode(scan, settings.Format, scanner.Bilevel != Bilevel.No, scanner.Jpeg);
        return new(name, bytes, Truth(name, plan));
    }

    /// <summary>
    /// How much of a mark the scan holds, whoever reads it: the sheet is scanned as planned and with nothing written,
    /// by the same scanner with the same noise, and what became darker within the bubble's outline is added up.
    /// </summary>
    /// <param name="index">The sheet's place in the run, from 0.</param>
    /// <param name="plan">What is on it.</param>
    /// <param name="print">Its printed page; it is not changed.</param>
    /// <param name="box">The bubble.</param>
    /// <returns>Square millimetres of full black; grey counts by its share of it.</returns>
    public double SurvivingInk(int index, SheetPlan plan, GreyPicture print, PaperArea box)
    {
        var nothing = plan with { Items = [.. plan.Items.Select(i => ItemPlan.Blank(i.Field, i.Item))] };
        var (_, bare, _) = Scan(index, nothing, print.Copy());
        var (way, written, _) = Scan(index, plan, print.Copy());
        var sum = 0.0;
        for (var at = 0; at < written.Pixels.Length; at++)
        {
            if (written.Pixels[at] >= bare.Pixels[at])
                continue;
            var place = way.Source(at % written.Width, at / written.Width);
            var (x, y) = ((place.X - box.Centre.X) * 2 / box.Width, (place.Y - box.Centre.Y) * 2 / box.Height);
            if ((x * x) + (y * y) < 1)
                sum += (bare.Pixels[at] - written.Pixels[at]) / 255.0;
        }

        return sum / (written.PerMm * written.PerMm);
    }

    private (PageScan Way, GreyPicture Picture, ScannerState Scanner) Scan(int index, SheetPlan plan, GreyPicture page)
    {
        var template = settings.Template;
        var paperChance = new Chance(settings.Seed, index, Chance.Purpose.Paper);
        var scannerChance = new Chance(settings.Seed, index, Chance.Purpose.Scanner);
        var harmChance = new Chance(settings.Seed, index, Chance.Purpose.Harm);
        var paper = Harm.Paper(
            PaperState.Draw(settings.Profile.Paper, plan.Accidents, template, paperChance), harmChance);
        var scanner = Harm.Scanner(
            ScannerState.Draw(settings.Profile.Scanner, plan.Accidents, template.Paper, scannerChance), harmChance);
        if (settings.Format == ScanFormat.TiffG4 && scanner.Bilevel == Bilevel.No)
            scanner = scanner.InBlackAndWhite(Bilevel.Threshold);

        Harm.Print(page, harmChance);
        LayToner(page, paper);
        Fill(page, plan, paper, new(settings.Seed, index, Chance.Purpose.Hand));
        new PaperDamage(page, template.Paper, paper, (byte)(scanner.Background * 255), paperChance).Paint();
        Harm.Sheet(page, paper, harmChance);
        var scan = new PageScan(page, template.Paper, paper, scanner, settings.Dpi, scannerChance);
        return (scan, Harm.Scan(scan.Run(), harmChance), scanner);
    }

    // From print (0 black, 255 none) to the light that the sheet gives back.
    private static void LayToner(GreyPicture page, PaperState paper)
    {
        var light = new byte[256];
        for (var print = 0; print < 256; print++)
            light[print] = (byte)(255 * (paper.Toner + ((paper.Tone - paper.Toner) * print / 255)) + 0.5);
        foreach (ref var pixel in page.Pixels.AsSpan())
            pixel = light[pixel];
    }

    private void Fill(GreyPicture page, SheetPlan plan, PaperState paper, Chance chance)
    {
        var hand = Hand.Draw(settings.Profile.Writers, chance);
        var pencil = new PencilMarks(page, (byte)(paper.Tone * 255), hand, chance);
        foreach (var item in plan.Items)
        {
            if (item.Rubbed.Length > 0)
                Mark(item, item.Rubbed, MarkKind.Erased);
            foreach (var value in item.Marked)
                Mark(item, value, item.Kind);
        }

        void Mark(ItemPlan item, string value, MarkKind kind)
        {
            var (bubble, shape) = _bubbles[(item.Field, item.Item)].FirstOrDefault(b => b.Bubble.Value == value);
            if (bubble is null)
                throw new ArgumentException($"Item {item.Item} of {item.Field} has no bubble {value}.");
            pencil.Write(shape, bubble.Box, kind);
        }
    }

    private static ImmutableArray<TruthRow> Truth(string file, SheetPlan plan) =>
    [
        new(file, "identity", null, plan.Identity, plan.Identity.Length > 0 ? MarkKind.Full : MarkKind.Blank),
        .. plan.Items.Select(i => new TruthRow(file, i.Field, i.Item, i.Value, i.Kind)),
    ];
}
