using Omr.Engine.Template;
using Omr.Simulator.Paper;
using Omr.Simulator.Planning;
using Omr.Simulator.Printing;
using Omr.Simulator.Profiles;

namespace Omr.Simulator.Tests.Paper;

public sealed class PaperDamageTests
{
    private const byte Behind = 30;
    private static readonly PaperState Sound = new(0.9, 0, 0.05, 0, false, null, false, null, null);

    [Theory]
    [InlineData("kiri-atas")]
    [InlineData("kanan-atas")]
    [InlineData("kanan-bawah")]
    [InlineData("kiri-bawah")]
    public void A_torn_corner_takes_the_whole_mark_and_no_bubble(string mark)
    {
        var torn = Still.Form.Marks.Single(m => m.Name == mark);

        var page = Damage(Sound with { Torn = torn });

        Assert.All(Pixels(page, torn.Box), p => Assert.Equal(Behind, p));
        Assert.All(Still.Form.Bubbles(), b => Assert.DoesNotContain((int)Behind, Pixels(page, b.Box)));
        Assert.All(
            Still.Form.Marks.Where(m => m != torn),
            m => Assert.DoesNotContain((int)Behind, Pixels(page, m.Box)));
    }

    [Theory]
    [InlineData("kanan-atas")]
    [InlineData("kiri-bawah")]
    public void A_folded_corner_hides_the_mark_under_blank_paper_or_removes_it(string mark)
    {
        var folded = Still.Form.Marks.Single(m => m.Name == mark);
        var page = Page();
        foreach (var (x, y) in Places(page, folded.Box))
            page.Pixels[(y * page.Width) + x] = 10;

        new PaperDamage(page, Still.Form.Paper, Sound with { DogEar = folded }, Behind, Any()).Paint();

        Assert.DoesNotContain(10, Pixels(page, folded.Box));
        Assert.All(Still.Form.Bubbles(), b => Assert.DoesNotContain((int)Behind, Pixels(page, b.Box)));
    }

    [Fact]
    public void Two_holes_of_6_mm_are_punched_80_mm_apart()
    {
        var page = Damage(Sound with { Punched = true });

        var area = page.Pixels.Count(p => p == Behind) / (page.PerMm * page.PerMm);
        Assert.InRange(area, 2 * Math.PI * 9 * 0.95, 2 * Math.PI * 9 * 1.05);
        Assert.Contains((int)Behind, Pixels(page, new(11, 107, 2, 2)));
        Assert.Contains((int)Behind, Pixels(page, new(11, 187, 2, 2)));
    }

    [Fact]
    public void A_stain_darkens_a_ring_but_hides_nothing()
    {
        var page = Damage(Sound with { Stained = true });

        Assert.InRange(page.Pixels.Count(p => p < 220), 500, page.Pixels.Length / 10);
        Assert.True(page.Pixels.Min() > 130, "pencil is darker than any stain");
    }

    [Fact]
    public void Specks_are_small_and_as_many_as_said()
    {
        var page = Damage(Sound with { Specks = 60 });

        Assert.InRange(page.Pixels.Count(p => p != Level), 60, 60 * 30);
    }

    [Fact]
    public void What_is_planted_happens_and_no_second_corner_is_lost()
    {
        var accidents = new SheetAccidents(TornMark: "kiri-bawah", Stained: true);
        foreach (var sheet in Enumerable.Range(0, 200))
        {
            var chance = new Chance(1, sheet, Chance.Purpose.Paper);
            var state = PaperState.Draw(SimulationProfile.Hard.Paper, accidents, Still.Form, chance);
            Assert.Equal("kiri-bawah", state.Torn?.Name);
            Assert.Null(state.DogEar);
            Assert.True(state.Stained);
        }
    }

    [Fact]
    public void A_mark_that_the_form_does_not_have_is_refused() =>
        Assert.Throws<ArgumentException>(() => PaperState.Draw(
            Still.Profile.Paper, new(TornMark: "tengah"), Still.Form, Any()));

    private const byte Level = 230;

    private static GreyPicture Damage(PaperState state)
    {
        var page = Page();
        new PaperDamage(page, Still.Form.Paper, state, Behind, Any()).Paint();
        return page;
    }

    private static GreyPicture Page()
    {
        var page = GreyPicture.White(1240, 1754, 150);
        page.Pixels.AsSpan().Fill(Level);
        return page;
    }

    private static Chance Any() => new(4, 2, Chance.Purpose.Paper);

    private static IEnumerable<int> Pixels(GreyPicture page, PaperArea area) =>
        Places(page, area).Select(p => (int)page.Pixels[(p.Y * page.Width) + p.X]);

    private static IEnumerable<(int X, int Y)> Places(GreyPicture page, PaperArea area) =>
        from y in Enumerable.Range((int)(area.Y * page.PerMm), (int)(area.Height * page.PerMm))
        from x in Enumerable.Range((int)(area.X * page.PerMm), (int)(area.Width * page.PerMm))
        select (x, y);
}
