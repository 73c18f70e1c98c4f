using Omr.Engine.Template;
using Omr.Simulator.Paper;
using Omr.Simulator.Printing;
using Omr.Simulator.Scanning;

namespace Omr.Simulator.Tests.Scanning;

/// <summary>
/// Scans a sheet with two black squares, 20 mm from the left and 20 mm from the right, and finds them again.
/// </summary>
public sealed class PageScanTests
{
    private const int Dpi = 100;
    private static readonly PaperSize Size = new(120, 100);
    private static readonly PaperState Paper = new(1, 0, 0, 0, false, null, false, null, null);
    private static readonly ScannerState Perfect = new() { Background = 1, Blur = 0.05 };

    [Fact]
    public void A_perfect_scanner_leaves_everything_in_its_place()
    {
        var (left, right) = Squares(Perfect);

        Near((20, 30), left);
        Near((100, 30), right);
    }

    [Fact]
    public void Positive_skew_turns_the_sheet_clockwise()
    {
        var (left, right) = Squares(Perfect with { Skew = 3 });

        Assert.Equal(3, Math.Atan2(right.Y - left.Y, right.X - left.X) * 180 / Math.PI, 0.05);
        Assert.Equal(80, Math.Sqrt(Math.Pow(right.X - left.X, 2) + Math.Pow(right.Y - left.Y, 2)), 0.05);
    }

    [Fact]
    public void Scale_above_one_makes_the_sheet_larger()
    {
        var (left, right) = Squares(Perfect with { ScaleX = 1.03, ScaleY = 0.97 });

        Assert.Equal(80 * 1.03, right.X - left.X, 0.05);
        // 20 mm above the middle of the sheet.
        Assert.Equal(50 - (20 * 0.97), left.Y, 0.05);
    }

    [Fact]
    public void A_shift_moves_the_sheet_right_and_down() =>
        Near((22.5, 29), Squares(Perfect with { ShiftX = 2.5, ShiftY = -1 }).Left);

    [Fact]
    public void A_sheet_upside_down_has_its_upper_left_at_the_lower_right() =>
        Near((100, 70), Squares(Perfect with { UpsideDown = true }).Right);

    [Fact]
    public void Auto_size_shows_the_whole_turned_sheet()
    {
        var scan = Scan(Perfect with { Skew = 5, AutoSize = true, Background = 0.4 }, White());

        // The sheet's area is all there: no corner was cut off.
        var paper = scan.Pixels.Count(p => p > 180) * (25.4 / Dpi) * (25.4 / Dpi);
        Assert.InRange(paper, 120 * 100 * 0.985, 120 * 100 * 1.005);
        Assert.InRange(scan.Width * 25.4 / Dpi, 128, 134);
    }

    [Fact]
    public void A_light_streak_runs_along_the_feed_and_lightens_print()
    {
        var state = Perfect with { Streaks = [new(20, 0.6, 1.3)] };
        var sheet = White();
        sheet.Pixels.AsSpan().Fill(120);

        var scan = Scan(state, sheet);

        var column = (int)(20 * scan.PerMm);
        Assert.All(Enumerable.Range(10, 300), y => Assert.InRange(scan.Pixels[(y * scan.Width) + column], 140, 160));
        Assert.Equal(120, scan.Pixels[(50 * scan.Width) + column + 20]);
    }

    [Fact]
    public void A_weak_lamp_darkens_one_side()
    {
        var scan = Scan(Perfect with { LampAcross = 0.2 }, White());

        Assert.InRange(scan.Pixels[(100 * scan.Width) + 5], 252, 255);
        Assert.InRange(scan.Pixels[(100 * scan.Width) + scan.Width - 5], 202, 208);
    }

    [Theory]
    [InlineData(Bilevel.Threshold)]
    [InlineData(Bilevel.Diffusion)]
    public void A_black_and_white_scanner_gives_two_levels_and_keeps_bare_paper_white(object how)
    {
        var scan = Scan(Perfect.InBlackAndWhite((Bilevel)how) with { Noise = 2, White = 0.97 }, Sheet());

        Assert.Equal([0, 255], scan.Pixels.Distinct().Select(p => (int)p).Order());
        Assert.InRange(scan.Pixels.Count(p => p == 0), 2 * 15 * 15, 2 * 17 * 17);
    }

    [Fact]
    public void Error_diffusion_shows_grey_as_dots()
    {
        var sheet = White();
        sheet.Pixels.AsSpan().Fill(135);

        var scan = Scan(Perfect.InBlackAndWhite(Bilevel.Diffusion), sheet);

        var black = scan.Pixels.Count(p => p == 0) / (double)scan.Pixels.Length;
        // 135 lies halfway between what is taken for white (84 % of paper) and black (22 %).
        Assert.InRange(black, 0.45, 0.55);
    }

    [Fact]
    public void A_crease_displaces_print_near_it_and_nothing_far_from_it()
    {
        var fold = new Fold(34, 34, 0.1, 0.3);
        var paper = Paper with { Fold = fold };

        var near = Find(new PageScan(Sheet(), Size, paper, Perfect, Dpi, Any()).Run(), 0, 60);

        // The crease lies 4 mm below the squares: they seem to lie lower, by less than the lift.
        Assert.InRange(near.Y - 30, 0.05, 0.3);
        Assert.Equal(0, fold.Displacement(80));
    }

    private static (Place Left, Place Right) Squares(ScannerState state)
    {
        var scan = Scan(state, Sheet());
        return (Find(scan, 0, 60), Find(scan, 60, 120));
    }

    private static GreyPicture Scan(ScannerState state, GreyPicture sheet) =>
        new PageScan(sheet, Size, Paper, state, Dpi, Any()).Run();

    private static Chance Any() => new(1, 0, Chance.Purpose.Scanner);

    private static GreyPicture White() => GreyPicture.White(120 * 10, 100 * 10, 254);

    private static GreyPicture Sheet()
    {
        var sheet = White();
        foreach (var left in new[] { 180, 980 })
        {
            for (var y = 280; y < 320; y++)
                sheet.Pixels.AsSpan((y * sheet.Width) + left, 40).Clear();
        }

        return sheet;
    }

    // Middle of what is dark between two columns, in millimetres.
    private static Place Find(GreyPicture scan, double from, double to)
    {
        var (sum, sumX, sumY) = (0.0, 0.0, 0.0);
        for (var y = 0; y < scan.Height; y++)
        {
            for (var x = (int)(from * scan.PerMm); x < Math.Min(scan.Width, to * scan.PerMm); x++)
            {
                var dark = 255 - scan.Pixels[(y * scan.Width) + x];
                sum += dark;
                sumX += dark * (x + 0.5);
                sumY += dark * (y + 0.5);
            }
        }

        return new(sumX / sum / scan.PerMm, sumY / sum / scan.PerMm);
    }

    private static void Near((double X, double Y) expected, Place found)
    {
        Assert.Equal(expected.X, found.X, 0.05);
        Assert.Equal(expected.Y, found.Y, 0.05);
    }

    private readonly record struct Place(double X, double Y);
}
