namespace Omr.Simulator.Tests;

public sealed class ChanceTests
{
    [Fact]
    public void The_stream_is_xoshiro256_star_star_as_its_authors_published_it()
    {
        // The reference implementation's first outputs from the state 1, 2, 3, 4.
        var chance = new Chance(1, 2, 3, 4);

        ulong[] outputs = [chance.Next(), chance.Next(), chance.Next(), chance.Next(), chance.Next()];

        Assert.Equal([11520UL, 0UL, 1509978240UL, 1215971899390074240UL, 1216172134540287360UL], outputs);
    }

    [Fact]
    public void Each_sheet_and_each_purpose_has_its_own_stream()
    {
        var firsts =
            from seed in new[] { 1UL, 2UL }
            from sheet in Enumerable.Range(0, 50)
            from purpose in Enum.GetValues<Chance.Purpose>()
            select new Chance(seed, sheet, purpose).Next();

        var streams = 2 * 50 * Enum.GetValues<Chance.Purpose>().Length;
        Assert.True(streams >= 500);
        Assert.Equal(streams, firsts.Distinct().Count());
    }

    [Fact]
    public void Streams_of_neighbouring_sheets_are_spread_evenly()
    {
        var skews = Enumerable.Range(0, 2000)
            .Select(sheet => new Chance(5, sheet, Chance.Purpose.Scanner).In(Interval.UpTo(1)))
            .ToList();

        Assert.InRange(skews.Average(), -0.06, 0.06);
        Assert.InRange(skews.Count(s => s < -0.5), 420, 580);
        Assert.InRange(skews.Count(s => s > 0.5), 420, 580);
    }

    [Fact]
    public void A_hand_strays_by_the_deviation_asked_for_and_never_more_than_three()
    {
        var chance = new Chance(3, 0, Chance.Purpose.Hand);
        var strays = Enumerable.Range(0, 20_000).Select(_ => chance.Around(0.2)).ToList();

        Assert.InRange(Math.Sqrt(strays.Average(s => s * s)), 0.195, 0.205);
        Assert.InRange(strays.Max(Math.Abs), 0.4, 0.6);
    }
}
