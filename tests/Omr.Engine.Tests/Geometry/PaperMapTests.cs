using Omr.Engine.Geometry;
using Omr.Engine.Template;

namespace Omr.Engine.Tests.Geometry;

public class PaperMapTests
{
    private static readonly PaperPoint[] Corners = [new(11, 11), new(199, 11), new(199, 286), new(11, 286)];

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void A_turned_and_stretched_sheet_is_mapped_exactly(int points)
    {
        var map = Fit(Turned, points);
        var expected = Turned(new(105, 150));
        var actual = map.Map(105, 150);
        Assert.Equal(expected.X, actual.X, 6);
        Assert.Equal(expected.Y, actual.Y, 6);
        Assert.Equal(8.0, map.ScaleX, 6);
        Assert.Equal(7.8, map.ScaleY, 6);
        Assert.Equal(3, map.TurnDegrees, 6);
        Assert.Equal(0, map.ShearDegrees, 6);
    }

    [Fact]
    public void Four_corners_of_a_tilted_sheet_map_onto_themselves()
    {
        PagePoint[] corners = [new(100, 90), new(1550, 120), new(1500, 2250), new(80, 2200)];
        var map = PaperMap.Fit([.. Corners.Zip(corners)])!.Value;
        foreach (var (paper, page) in Corners.Zip(corners))
            Assert.True((map.Map(paper) - page).Length < 1e-6);
    }

    [Fact]
    public void Points_on_one_line_make_no_map() =>
        Assert.Null(PaperMap.Fit([(new(0, 0), new(0, 0)), (new(10, 10), new(80, 80)), (new(20, 20), new(160, 160))]));

    // By 3 degrees clockwise, 8 pixels a millimetre across and 7.8 down, moved by (40, -25).
    private static PagePoint Turned(PaperPoint p)
    {
        var (sin, cos) = Math.SinCos(3 * Math.PI / 180);
        return new((8 * p.X * cos) - (7.8 * p.Y * sin) + 40, (8 * p.X * sin) + (7.8 * p.Y * cos) - 25);
    }

    private static PaperMap Fit(Func<PaperPoint, PagePoint> place, int points) =>
        PaperMap.Fit([.. Corners.Take(points).Select(c => (c, place(c)))])!.Value;
}
