using System.Collections.Immutable;
using Omr.Engine.Template;
using Omr.Forms.Tests.Measuring;

namespace Omr.Forms.Tests.Printing;

/// <summary>A form that isn't ours gets its marks, bubbles and symbols and nothing else.</summary>
public class AnyFormTests
{
    private const double Stroke = 1.5;

    private static readonly FormTemplate Form = new(
        "lain-lain", 3, "Formulir lain", new(148, 210), InkChannel.Grey,
        [
            new("persegi", MarkShape.Square, new(10, 10, 6, 6)),
            new("cakram", MarkShape.Disc, new(30, 10, 6, 6)),
            new("cincin", MarkShape.Ring, new(50, 10, 6, 6), Stroke),
            new("batang", MarkShape.Bar, new(70, 10, 20, 2)),
            new("silang", MarkShape.Crosshair, new(110, 10, 8, 8), Stroke),
            new("siku-kiri-atas", MarkShape.L, new(10, 180, 8, 8), Stroke),
            new("siku-kanan-atas", MarkShape.L, new(40, 180, 8, 8), Stroke, MarkTurn.TopRight),
            new("siku-kanan-bawah", MarkShape.L, new(70, 180, 8, 8), Stroke, MarkTurn.BottomRight),
            new("siku-kiri-bawah", MarkShape.L, new(100, 180, 8, 8), Stroke, MarkTurn.BottomLeft),
        ],
        null,
        [],
        [
            new(
                "pilihan", FieldKind.Choice, ["BENAR", "SALAH"], new(BubbleShape.Rectangle, 8, 4),
                BubbleDirection.Right, 6, 12, [new(1, 2, new(40, 60))]),
        ]);

    [Fact]
    public void Every_shape_of_mark_is_printed_in_its_box_with_its_ink()
    {
        const double Arms = (2 * 8 * Stroke) - (Stroke * Stroke);
        Dictionary<string, double> ink = new()
        {
            ["persegi"] = 36,
            ["cakram"] = Math.PI * 9,
            ["cincin"] = Math.PI * (9 - (1.5 * 1.5)),
            ["batang"] = 40,
            ["silang"] = Arms,
            ["siku-kiri-atas"] = Arms,
            ["siku-kanan-atas"] = Arms,
            ["siku-kanan-bawah"] = Arms,
            ["siku-kiri-bawah"] = Arms,
        };
        var page = Page(Form);
        Assert.All(Form.Marks, mark =>
        {
            Assert.Equal(ink[mark.Name], page.InkArea(mark.Box.Grown(2)), ink[mark.Name] * 0.02);
            Assert.Equal(ink[mark.Name], page.InkArea(mark.Box.Grown(0.05)), ink[mark.Name] * 0.02);
        });
    }

    [Theory]
    [InlineData("siku-kiri-atas", -1, -1)]
    [InlineData("siku-kanan-atas", 1, -1)]
    [InlineData("siku-kanan-bawah", 1, 1)]
    [InlineData("siku-kiri-bawah", -1, 1)]
    public void The_arms_of_an_L_meet_in_the_corner_that_its_turn_names(string name, int right, int down)
    {
        var box = Form.Marks.Single(m => m.Name == name).Box;
        var heavy = Raster.Centroid(Page(Form).Pixels(box.Grown(1)));
        Assert.Equal(right, Math.Sign(heavy.X - box.Centre.X));
        Assert.Equal(down, Math.Sign(heavy.Y - box.Centre.Y));
        Assert.InRange(Math.Abs(heavy.X - box.Centre.X), 1, 2);
        Assert.InRange(Math.Abs(heavy.Y - box.Centre.Y), 1, 2);
    }

    [Fact]
    public void A_ring_is_white_in_its_middle()
    {
        var ring = Form.Marks.Single(m => m.Shape == MarkShape.Ring).Box;
        Assert.Equal(0, Page(Form).Blackest(ring.Grown(-2.1)), 0.01);
    }

    [Fact]
    public void Rectangles_hold_long_labels()
    {
        var page = Page(Form);
        foreach (var bubble in Form.Bubbles())
        {
            var around = page.Pixels(bubble.Box.Grown(1)).Where(p => !bubble.Box.Grown(0.06).Holds(p.Place));
            Assert.Equal(0, around.Max(p => p.Ink), 0.04);
            Assert.InRange(page.Blackest(bubble.Box.Grown(-0.3)), 0.5, 1);
            var margin = bubble.Box.Grown(-0.3) with { Width = 0.7 };
            Assert.Equal(0, page.Blackest(margin), 0.04);
        }
    }

    [Fact]
    public void Nothing_but_what_the_template_names_is_printed()
    {
        var places = Form.Marks.Select(m => m.Box).Concat(Form.Bubbles().Select(b => b.Box)).ToImmutableArray();
        var page = Page(Form);
        var all = page.InkArea(new(0, 0, 148, 210));
        Assert.Equal(places.Sum(p => page.InkArea(p.Grown(0.1))), all, 0.1);
    }

    private static Raster Page(FormTemplate template) => Poppler.Pictures(template, [PrintedSheet.Blank])[0];
}
