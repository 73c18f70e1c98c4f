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
    private readonly BubbleMap _bubbles = BubbleMap.Of(settings.Template);

    /// <summary>
    /// Resolution of the printed page for a scan of that resolution: finer, so that no detail is made up.
    /// </summary>
    public static int PrintDpi(int dpi) => Math.Min(600, Math.Max(dpi, dpi * 3 / 2));

    /// <summary>What is done to the sheets on top of the profile.</summary>
    public SheetHarm Harm { get; init; } = SheetHarm.None;

    /// <summary>Memory to work in; a simulator without any takes its own.</summary>
    public SheetMemory Memory { get; init; } = new();

    /// <summary>Fills and scans a sheet.</summary>
    /// <param name="index">Its place in the run, from 0.</param>
    /// <param name="plan">What is on it.</param>
    /// <param name="print">Its printed page; it is not changed.</param>
    public SimulatedSheet Make(int index, SheetPlan plan, GreyPicture print)
    {
        var (_, scan, scanner) = Scan(index, plan, print);
        var name = (index + 1).ToString("D4", CultureInfo.InvariantCulture) + ScanFile.Extension(settings.Format);
        var bytes = ScanFile.Encode(scan, settings.Format, scanner.Bilevel != Bilevel.No, scanner.Jpeg);
        return new(name, bytes, Truth(name, plan))
        {
            JpegQuality = settings.Format is ScanFormat.Jpeg or ScanFormat.Pdf ? scanner.Jpeg : null,
        };
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
        var (_, bare, _) = Scan(index, nothing, print);
        bare = bare.Copy();
        var (way, written, _) = Scan(index, plan, print);
        var sum = 0.0;
        for (var at = 0; at < written.Width * written.Height; at++)
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

    private (PageScan Way, GreyPicture Picture, ScannerState Scanner) Scan(int index, SheetPlan plan, GreyPicture print)
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

        var page = print with { Pixels = Memory.Page(print.Pixels.Length) };
        if (Harm.Print is { } harm)
        {
            print.Pixels.CopyTo(page.Pixels, 0);
            harm(page, harmChance);
            print = page;
        }

        Toner.Lay(print.Pixels, paper.Toner, paper.Tone, page.Pixels);
        Fill(page, plan, paper, new(settings.Seed, index, Chance.Purpose.Hand));
        new PaperDamage(page, template.Paper, paper, (byte)(scanner.Background * 255), paperChance).Paint();
        Harm.Sheet(page, paper, harmChance);
        var scan = new PageScan(page, template.Paper, paper, scanner, settings.Dpi, scannerChance);
        return (scan, Harm.Scan(scan.Run(Memory), harmChance), scanner);
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
            var (box, shape) = _bubbles.Find(item.Field, item.Item, value);
            pencil.Write(shape, box, kind);
        }
    }

    private static ImmutableArray<TruthRow> Truth(string file, SheetPlan plan) =>
    [
        new(file, "identity", null, plan.Identity, plan.Identity.Length > 0 ? MarkKind.Full : MarkKind.Blank),
        .. plan.Items.Select(i => new TruthRow(file, i.Field, i.Item, i.Value, i.Kind)),
    ];
}
