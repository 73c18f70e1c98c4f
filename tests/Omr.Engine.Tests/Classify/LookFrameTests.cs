using Omr.Engine.Classify;
using Omr.Engine.Geometry;
using Omr.Forms.Ljk;

namespace Omr.Engine.Tests.Classify;

public class LookFrameTests
{
    private const double Scale = 200 / 25.4;
    private static readonly PaperMap Map = PaperMap.Fit(
        [(new(0, 0), new(0, 0)), (new(100, 0), new(100 * Scale, 0)), (new(0, 100), new(0, 100 * Scale))])!.Value;

    [Fact]
    public void What_lies_inside_a_bubble_beside_the_pages_edge_lies_on_the_page()
    {
        var bubble = LjkForm.All[0].Field("jawaban")!.Bubble;
        var frame = new LookFrame();
        frame.Shape(bubble, Map, CloseLook.Around);
        var middle = (int)Math.Ceiling(bubble.Width / 2 * Scale);
        frame.LayOn((middle, middle));
        Assert.True(frame.Left < 0);
        for (var y = 0; y < frame.Side; y++)
            Assert.True(frame.Left + frame.InsideOf(y).From >= 0);
    }

    [Fact]
    public void The_inside_is_what_the_outline_leaves()
    {
        var bubble = LjkForm.All[0].Field("jawaban")!.Bubble;
        var frame = new LookFrame();
        frame.Shape(bubble, Map, CloseLook.Around);
        var (a, b) = ((bubble.Width / 2) + LookFrame.Inside, ((bubble.Width / 2) + LookFrame.Inside) * bubble.Height / bubble.Width);
        Assert.Equal(Math.PI * a * b * Scale * Scale, frame.InsideCount, tolerance: 25);
        Assert.Equal(frame.InsideCount, Enumerable.Range(0, frame.Side).Sum(y => frame.Zones(y).ToArray().Count(z => z == LookZone.Inside)));
    }
}
