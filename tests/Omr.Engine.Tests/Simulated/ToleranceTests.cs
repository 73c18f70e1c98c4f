using Omr.Engine.Template;
using Omr.Simulator;
using Omr.Simulator.Encoding;
using Omr.Simulator.Profiles;

namespace Omr.Engine.Tests.Simulated;

/// <summary>What DOMAIN.md section 5 asks the reader to bear, each on its own on otherwise clean sheets.</summary>
public class ToleranceTests
{
    private static readonly SimulationProfile Clean = SimulationProfile.Clean;

    [Theory]
    [InlineData(150, ScanFormat.Jpeg, "ljk-ukg-60")]
    [InlineData(150, ScanFormat.TiffG4, "ljk-ukg-100-ad")]
    [InlineData(200, ScanFormat.Bmp, "ljk-ukg-80")]
    [InlineData(240, ScanFormat.Png, "ljk-ukg-80-ad")]
    [InlineData(300, ScanFormat.Tiff, "ljk-ukg-120")]
    [InlineData(300, ScanFormat.TiffG4, "ljk-ukg-120-ad")]
    [InlineData(400, ScanFormat.Jpeg, "ljk-ukg-60-ad")]
    [InlineData(600, ScanFormat.Jpeg, "ljk-ukg-100")]
    public async Task Every_form_is_read_at_any_resolution_and_in_any_format(int dpi, ScanFormat format, string form) =>
        await AssertRead(Rehearsal.Settings(Clean, 11, format, dpi, form), sheets: 3);

    [Theory]
    [InlineData(0.97)]
    [InlineData(1.03)]
    public async Task A_scanner_that_shrinks_or_grows_the_sheet_is_followed(double scale) =>
        await AssertRead(
            Rehearsal.Settings(Clean with { Scanner = Clean.Scanner with { Scale = Interval.Just(scale) } }, 12), sheets: 4);

    [Fact]
    public async Task Skew_to_five_degrees_is_read() =>
        await AssertRead(Rehearsal.Settings(Clean with { Scanner = Clean.Scanner with { Skew = 5 } }, 13), sheets: 12);

    [Fact]
    public async Task A_stretched_and_swollen_sheet_is_followed_place_by_place() =>
        await AssertRead(
            Rehearsal.Settings(
                Clean with
                {
                    Scanner = Clean.Scanner with
                    {
                        Scale = new(0.98, 1.02), Stretch = 0.8, Weave = 0.4, Swell = 0.6, Slip = 0.2,
                    },
                },
                14),
            sheets: 12);

    [Fact]
    public async Task A_sheet_upside_down_is_read_as_if_it_were_not()
    {
        var settings = Rehearsal.Settings(Clean, 15);
        var plans = Rehearsal.Plan(settings, 3).Select(p => p with { Accidents = new(UpsideDown: true) }).ToArray();
        using var reader = new SheetReader([settings.Template]);
        var tally = new Tally();
        foreach (var sheet in await Rehearsal.Make(settings, plans))
        {
            var reading = Assert.IsType<SheetReading>(Assert.Single(reader.Read(sheet.Bytes)));
            Assert.Equal(180, reading.Quality.Turn);
            tally.Add(sheet, reading);
        }

        Assert.Equal([], tally.Silent);
        Assert.Equal(3, tally.Identities);
    }

    [Fact]
    public async Task A_form_whose_marks_are_the_same_upside_down_is_turned_by_its_outlines()
    {
        var ours = Rehearsal.Form("ljk-ukg-60");
        var theirs = ours with
        {
            Id = "formulir-lain",
            Timing = null,
            Codes = [],
            Marks = [.. ours.Marks.Select(m => m with { Shape = MarkShape.Square, Thickness = 0 })],
        };
        var settings = Rehearsal.Settings(Clean, 18) with { Template = theirs };
        var plans = Rehearsal.Plan(settings, 3).Select(p => p with { Accidents = new(UpsideDown: true) }).ToArray();
        using var reader = new SheetReader([theirs]);
        foreach (var sheet in await Rehearsal.Make(settings, plans))
        {
            var reading = Assert.IsType<SheetReading>(Assert.Single(reader.Read(sheet.Bytes)));
            var tally = new Tally();
            tally.Add(sheet, reading);

            // The simulator fills a form that isn't an LJK at random and tells no number for it.
            Assert.DoesNotContain(tally.Silent, s => !s.Contains("identity", StringComparison.Ordinal));
            Assert.Equal(180, reading.Quality.Turn);

            // The crop of the first item must lie where it lies in the picture: far down, for a sheet upside down.
            Assert.True(reading.Items[0].Crop.Y > 1100, $"{reading.Items[0]}");
        }
    }

    [Theory]
    [InlineData("kiri-atas")]
    [InlineData("kanan-atas")]
    [InlineData("kanan-bawah")]
    [InlineData("kiri-bawah")]
    public async Task One_corner_torn_off_or_folded_away_is_survived_and_told(string mark)
    {
        var settings = Rehearsal.Settings(SimulationProfile.Normal, 16);
        var plans = Rehearsal.Plan(settings, 4)
            .Select((p, i) => p with { Accidents = i % 2 == 0 ? new(TornMark: mark) : new(FoldedMark: mark) })
            .ToArray();
        using var reader = new SheetReader([settings.Template]);
        var tally = new Tally();
        foreach (var sheet in await Rehearsal.Make(settings, plans))
        {
            var outcome = Assert.Single(reader.Read(sheet.Bytes));
            tally.Add(sheet, outcome);
            var reading = Assert.IsType<SheetReading>(outcome);
            Assert.Equal((3, 4), (reading.Quality.MarksFound, reading.Quality.MarksExpected));
        }

        Assert.Equal([], tally.Silent);
    }

    [Fact]
    public async Task Hard_scans_are_refused_or_doubted_where_they_can_not_be_read_and_no_identity_is_wrong()
    {
        var settings = Rehearsal.Settings(SimulationProfile.Hard, 17);
        var tally = await Rehearsal.Read(settings, Rehearsal.Plan(settings, 24));
        Assert.DoesNotContain(tally.Silent, s => s.Contains("identity", StringComparison.Ordinal));
        Assert.InRange(tally.Refused, 0, 3);
    }

    private static async Task AssertRead(SimulationSettings settings, int sheets)
    {
        var tally = await Rehearsal.Read(settings, Rehearsal.Plan(settings, sheets));
        Assert.Equal([], tally.Silent);
        Assert.Equal(0, tally.Refused);
        Assert.Equal(sheets, tally.Identities);
        Assert.True(tally.DoubtfulShare <= 0.01, tally.Summary("doubtful"));
    }
}
