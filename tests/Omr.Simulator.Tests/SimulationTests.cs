using Omr.Engine.Template;
using Omr.Simulator.Encoding;
using Omr.Simulator.Planning;
using Omr.Simulator.Printing;
using Omr.Simulator.Profiles;

namespace Omr.Simulator.Tests;

public sealed class SimulationTests
{
    [Fact]
    public async Task The_same_seed_gives_the_same_bytes_with_any_number_of_jobs()
    {
        var settings = new SimulationSettings(Still.Form, SimulationProfile.Hard, 42, Dpi: 100);
        var people = Enumerable.Range(1, 6).Select(Still.Person).ToList();

        var one = await Still.Sheets(settings, Simulation.Plan(settings, people));
        var three = await Still.Sheets(settings with { Jobs = 3 }, Simulation.Plan(settings, people));

        Assert.Equal(Enumerable.Range(1, 6).Select(i => $"{i:D4}.jpg"), three.Select(s => s.FileName));
        foreach (var (a, b) in one.Zip(three))
        {
            Assert.Equal(a.Bytes.ToArray(), b.Bytes.ToArray());
            Assert.Equal(a.Truth, b.Truth);
        }
    }

    [Fact]
    public async Task Another_seed_gives_other_answers_and_other_scans()
    {
        var settings = new SimulationSettings(Still.Form, Still.Profile, 1, Dpi: 100);
        var other = settings with { Seed = 2 };

        var first = (await Still.Sheets(settings, Simulation.Plan(settings, [Still.Person(1)]))).Single();
        var second = (await Still.Sheets(other, Simulation.Plan(other, [Still.Person(1)]))).Single();

        Assert.NotEqual(first.Bytes.ToArray(), second.Bytes.ToArray());
        Assert.NotEqual(first.Truth.Select(r => r.Value), second.Truth.Select(r => r.Value));
    }

    [Fact]
    public async Task A_filled_bubble_is_dark_where_the_template_says_and_its_neighbours_are_not()
    {
        var settings = new SimulationSettings(Still.Form, Still.Profile, 5, ScanFormat.Pdf, 150);
        var plan = new SheetPlanner(Still.Form, Still.Profile, 5).Personal(0, Still.Person(1));
        var sheet = (await Still.Sheets(settings, [plan])).Single();

        // Poppler decodes the scan; the interior of each bubble is measured by plain averaging.
        var scan = Decode(sheet, 150);
        var marked = plan.Items.SelectMany(i => i.Marked.Select(v => (i.Field, i.Item, v))).ToHashSet();
        var darkness = Still.Form.Bubbles().ToLookup(
            b => marked.Contains((b.Field, b.Item, b.Value)), b => Darkness(scan, Inside(b.Box), 150));

        Assert.Equal(marked.Count, darkness[true].Count());
        Assert.True(darkness[true].Min() > 0.35, $"the lightest fill is {darkness[true].Min():0.00}");
        Assert.True(darkness[false].Max() < 0.3, $"the darkest blank is {darkness[false].Max():0.00}");
    }

    [Fact]
    public async Task A_form_that_is_no_ljk_is_filled_where_its_template_says()
    {
        var bubble = new Bubble(BubbleShape.Rectangle, 5, 3, Labelled: false);
        var form = new FormTemplate(
            "kuis", 1, "Kuis", new(105, 148), InkChannel.Grey,
            [new("a", MarkShape.Square, new(5, 5, 5, 5))], null, [],
            [
                new(
                    "soal", FieldKind.Choice, ["X", "Y", "Z"], bubble, BubbleDirection.Right, 6, 8,
                    [new(1, 9, new(20, 50)), new(10, 9, new(60, 50))]),
            ]);
        var settings = new SimulationSettings(form, Still.Profile, 3, ScanFormat.Pdf, 150);
        var plan = new SheetPlanner(form, Still.Profile, 3).Random(0);

        var scan = Decode((await Still.Sheets(settings, [plan])).Single(), 150);

        Assert.Equal("", plan.Identity);
        foreach (var item in plan.Items)
        {
            var darkest = form.Bubbles()
                .Where(b => b.Item == item.Item)
                .MaxBy(b => Darkness(scan, Inside(b.Box), 150));
            Assert.Equal(item.Value, darkest!.Value);
        }
    }

    [Fact]
    public async Task A_planted_accident_is_seen_on_the_scan()
    {
        var settings = new SimulationSettings(Still.Form, Still.Profile, 5, ScanFormat.Pdf, 100);
        var plan = new SheetPlanner(Still.Form, Still.Profile, 5).Empty(Forms.PrintedSheet.Blank) with
        {
            Accidents = new(UpsideDown: true, TornMark: "kanan-atas"),
        };

        var scan = Decode((await Still.Sheets(settings, [plan])).Single(), 100);

        // Upside down, the upper right mark would be at the lower left, where nothing is now.
        var box = Still.Form.Marks.Single(m => m.Name == "kanan-atas").Box;
        Assert.InRange(Darkness(scan, new(210 - box.Right, 297 - box.Bottom, 6, 6), 100), 0, 0.15);
        var other = Still.Form.Marks.Single(m => m.Name == "kiri-bawah").Box;
        Assert.InRange(Darkness(scan, new(210 - other.Right, 297 - other.Bottom, 6, 6), 100), 0.7, 1);
    }

    [Fact]
    public async Task A_run_leaves_the_scans_and_a_truth_that_agrees_with_the_plans()
    {
        Assert.SkipUnless(PrintRaster.IsAvailable, "pdftoppm (poppler-utils) is not installed.");
        var settings = new SimulationSettings(Still.Form, Still.Profile, 5, ScanFormat.TiffG4, 100);
        var planner = new SheetPlanner(Still.Form, Still.Profile, 5);
        SheetPlan[] plans =
        [
            planner.Personal(0, Still.Person(1))
                .With(new("jawaban", 1, MarkKind.Double, ["A", "C"]))
                .With(new("jawaban", 2, MarkKind.Erased, [], "D"))
                .With(new("jawaban", 3, MarkKind.Corrected, ["B"], "D"))
                .With(ItemPlan.Blank("jawaban", 4)),
            planner.Spare(1, Still.Person(2)),
            planner.Empty(Forms.PrintedSheet.Spare("00000003")),
        ];
        var folder = Directory.CreateTempSubdirectory("omr").FullName;
        try
        {
            var told = new List<int>();
            await Simulation.Run(settings, plans, folder, told.Add, TestContext.Current.CancellationToken);

            Assert.Equal([1, 2, 3], told);
            Assert.Equal(
                ["0001.tif", "0002.tif", "0003.tif", "truth.csv"],
                Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
            var lines = await File.ReadAllLinesAsync(
                Path.Combine(folder, "truth.csv"), TestContext.Current.CancellationToken);
            Assert.Equal("file,field,item,value,kind", lines[0]);
            Assert.Equal(1 + (3 * 147), lines.Length);
            Assert.Contains("0001.tif,identity,,15050121800001,full", lines);
            Assert.Contains("0001.tif,jawaban,1,A|C,double", lines);
            Assert.Contains("0001.tif,jawaban,2,,erased", lines);
            Assert.Contains("0001.tif,jawaban,3,B,corrected", lines);
            Assert.Contains("0001.tif,jawaban,4,,blank", lines);
            Assert.Contains("0002.tif,identity,,15050121800002,full", lines);
            Assert.Contains("0003.tif,identity,,,blank", lines);
            Assert.Contains("0003.tif,jawaban,100,,blank", lines);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static (int Width, int Height, byte[] Pixels) Decode(SimulatedSheet sheet, int dpi)
    {
        var path = Path.Combine(Path.GetTempPath(), $"omr-{Guid.NewGuid():N}.pdf");
        try
        {
            File.WriteAllBytes(path, sheet.Bytes.ToArray());
            return Poppler.Draw(path, dpi);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static PaperArea Inside(PaperArea box) => new(box.X + 0.5, box.Y + 0.5, box.Width - 1, box.Height - 1);

    private static double Darkness((int Width, int Height, byte[] Pixels) scan, PaperArea area, int dpi)
    {
        var perMm = dpi / 25.4;
        var (sum, count) = (0.0, 0);
        for (var y = (int)Math.Ceiling(area.Y * perMm); y < area.Bottom * perMm; y++)
        {
            for (var x = (int)Math.Ceiling(area.X * perMm); x < area.Right * perMm; x++, count++)
                sum += 1 - (scan.Pixels[(y * scan.Width) + x] / 255.0);
        }

        return sum / count;
    }
}
