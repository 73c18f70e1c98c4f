using Omr.Engine.Template;
using Omr.Simulator.Pencil;
using Omr.Simulator.Planning;
using Omr.Simulator.Printing;
using Omr.Simulator.Profiles;

namespace Omr.Simulator.Tests.Pencil;

public sealed class PencilMarksTests
{
    private const int Dpi = 300;
    private static readonly PaperArea Bubble = new(8.3, 8.3, 3.4, 3.4);

    [Theory]
    [InlineData(MarkKind.Full, 0.35, 0.85)]
    [InlineData(MarkKind.Faint, 0.08, 0.4)]
    [InlineData(MarkKind.Partial, 0.1, 0.45)]
    [InlineData(MarkKind.Cross, 0.12, 0.45)]
    [InlineData(MarkKind.Tick, 0.08, 0.4)]
    [InlineData(MarkKind.Line, 0.15, 0.4)]
    [InlineData(MarkKind.Dot, 0.005, 0.08)]
    [InlineData(MarkKind.Erased, 0.004, 0.15)]
    public void A_mark_takes_as_much_light_from_its_bubble_as_its_kind_does(MarkKind kind, double least, double most)
    {
        var darkness = Enumerable.Range(0, 40).Select(seed => Darkness(Draw(kind, seed), Bubble)).ToList();

        Assert.InRange(darkness.Average(), least, most);
        Assert.All(darkness, d => Assert.InRange(d, least / 3, most * 1.35));
    }

    [Fact]
    public void Every_full_mark_is_darker_than_every_faint_one_of_the_same_hand()
    {
        foreach (var seed in Enumerable.Range(0, 40))
        {
            var (full, faint) = (Draw(MarkKind.Full, seed), Draw(MarkKind.Faint, seed));
            Assert.True(Darkness(full, Bubble) > 1.5 * Darkness(faint, Bubble));
        }
    }

    [Fact]
    public void A_fill_has_strokes_and_grain_and_is_not_one_flat_tone()
    {
        var page = Draw(MarkKind.Full, 3);
        var levels = Pixels(page, new(Bubble.X + 0.6, Bubble.Y + 0.6, 2.2, 2.2)).Select(p => (double)p).ToList();

        var deviation = Math.Sqrt(levels.Average(l => (l - levels.Average()) * (l - levels.Average())));
        Assert.InRange(deviation, 8, 60);
    }

    [Fact]
    public void Pencil_stays_near_its_bubble()
    {
        foreach (var seed in Enumerable.Range(0, 40))
        {
            var page = Draw(MarkKind.Full, seed);
            Assert.All(Pixels(page, new(0, 0, 20, 4)), p => Assert.Equal(255, p));
            Assert.All(Pixels(page, new(15.5, 0, 4, 20)), p => Assert.Equal(255, p));
        }
    }

    [Fact]
    public void An_erasure_lightens_print_and_leaves_a_smear_outside_the_bubble()
    {
        var smears = 0;
        foreach (var seed in Enumerable.Range(0, 20))
        {
            var page = Draw(MarkKind.Erased, seed);
            if (Darkness(page, new(7.2, 9, 1, 2)) > 0.002)
                smears++;
        }

        Assert.InRange(smears, 10, 20);
    }

    private static GreyPicture Draw(MarkKind kind, int seed)
    {
        var page = GreyPicture.White(Dpi * 20 / 25, Dpi * 20 / 25, Dpi);
        var chance = new Chance((ulong)seed, 0, Chance.Purpose.Hand);
        var hand = Hand.Draw(SimulationProfile.Clean.Writers with { LightWriters = 0 }, chance);
        new PencilMarks(page, 255, hand, chance).Write(BubbleShape.Ellipse, Bubble, kind);
        return page;
    }

    private static double Darkness(GreyPicture page, PaperArea area) =>
        Pixels(page, area).Average(p => 1 - (p / 255.0));

    private static IEnumerable<int> Pixels(GreyPicture page, PaperArea area)
    {
        for (var y = (int)(area.Y * page.PerMm); y < (int)(area.Bottom * page.PerMm); y++)
        {
            for (var x = (int)(area.X * page.PerMm); x < (int)(area.Right * page.PerMm); x++)
                yield return page.Pixels[(y * page.Width) + x];
        }
    }
}
