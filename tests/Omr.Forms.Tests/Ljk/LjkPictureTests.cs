using Omr.Engine.Template;
using Omr.Forms.Tests.Measuring;

namespace Omr.Forms.Tests.Ljk;

/// <summary>Measures pages drawn by poppler at 300 dpi (a pixel is 0.085 mm) against the template.</summary>
public class LjkPictureTests
{
    private const double Place = 0.05;

    // What antialiasing leaves of an edge that touches a pixel.
    private const double Trace = 0.04;
    private const double HalfPixel = 0.06;

    public static TheoryData<string> Ids => PrintedLjk.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public void Registration_and_timing_marks_stand_where_the_template_says(string id)
    {
        var (template, page) = (PrintedLjk.Template(id), PrintedLjk.Picture(id));
        var track = template.Timing!;
        var marks = template.Marks.Select(m => m.Box)
            .Concat(track.Rows.Select(r => new PaperArea(track.X - 2, r - 1, track.Width, track.Height)));
        foreach (var mark in marks)
        {
            var centre = Raster.Centroid(page.Pixels(mark.Grown(1)));
            Assert.InRange(centre.DistanceTo(mark.Centre), 0, Place);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_outline_is_a_thin_ring_around_the_templates_middle(string id)
    {
        const double Ring = Math.PI * ((1.7 * 1.7) - (1.5 * 1.5));
        foreach (var print in PrintedLjk.Bubbles(id))
        {
            Assert.InRange(print.OutlineMiddle.DistanceTo(print.Bubble.Box.Centre), 0, Place);
            Assert.InRange(print.OutlineInk, 0.9 * Ring, 1.1 * Ring);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Half_a_millimetre_around_every_bubble_is_white(string id)
    {
        foreach (var print in PrintedLjk.Bubbles(id))
            Assert.InRange(print.Outside, 0, Trace);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_label_stands_in_the_middle_of_its_bubble_and_carries_little_ink(string id)
    {
        foreach (var print in PrintedLjk.Bubbles(id).Where(p => p.Bubble.Field != "panel"))
        {
            Assert.InRange(print.LabelShare, 0.04, 0.28);
            Assert.InRange(print.LabelMiddle.DistanceTo(print.Bubble.Box.Centre), 0, 0.1);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_supervisors_bubbles_are_empty(string id)
    {
        foreach (var print in PrintedLjk.Bubbles(id).Where(p => p.Bubble.Field == "panel"))
            Assert.InRange(print.LabelShare, 0, 0.001);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Three_millimetres_around_marks_and_beside_the_timing_track_are_white(string id)
    {
        var (template, page) = (PrintedLjk.Template(id), PrintedLjk.Picture(id));
        foreach (var mark in template.Marks)
        {
            var around = page.Pixels(mark.Box.Grown(3)).Where(p => !mark.Box.Grown(HalfPixel).Holds(p.Place));
            Assert.InRange(around.Max(p => p.Ink), 0, Trace);
        }

        var track = template.Timing!;
        var (left, right) = (track.X - (track.Width / 2), track.X + (track.Width / 2));
        var (top, bottom) = (track.Rows[0] - 4, track.Rows[^1] + 4);
        Assert.InRange(page.Blackest(new(left - 3, top, 3 - HalfPixel, bottom - top)), 0, Trace);
        Assert.InRange(page.Blackest(new(right + HalfPixel, top, 3 - HalfPixel, bottom - top)), 0, Trace);
        for (var i = 1; i < track.Rows.Length; i++)
        {
            var gap = new PaperArea(
                left, track.Rows[i - 1] + 1 + HalfPixel,
                track.Width, track.Rows[i] - track.Rows[i - 1] - 2 - (2 * HalfPixel));
            Assert.InRange(page.Blackest(gap), 0, Trace);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Nothing_is_printed_where_office_printers_and_scanners_cut_the_edge(string id)
    {
        const double Edge = 7;
        var page = PrintedLjk.Picture(id);
        PaperArea[] edges =
        [
            new(0, 0, 210, Edge), new(0, 297 - Edge, 210, Edge), new(0, 0, Edge, 297), new(210 - Edge, 0, Edge, 297),
        ];
        Assert.All(edges, edge => Assert.InRange(page.Blackest(edge), 0, Trace));
    }
}
