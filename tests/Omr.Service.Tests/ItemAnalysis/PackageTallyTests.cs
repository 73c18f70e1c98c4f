using System.Diagnostics;
using Omr.Service.ItemAnalysis;
using Omr.Service.Scoring;
using Omr.Service.Tests.Scoring;

namespace Omr.Service.Tests.ItemAnalysis;

/// <summary>The figures of an item analysis against published values and against what can be worked out by hand.</summary>
public class PackageTallyTests
{
    private const double Near = 1e-6;

    [Fact]
    public void The_LSAT_6_data_give_the_published_figures()
    {
        // How many of 1000 had each pattern of five items, from 00000 to 11111 (Bock and Lieberman 1970).
        int[] patterns =
        [
            3, 6, 2, 11, 1, 1, 3, 4, 1, 8, 0, 16, 0, 3, 2, 15, 10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21, 173, 11, 61, 28, 298,
        ];
        var tally = Tally(Keys.AllA(2, 3));
        for (var pattern = 0; pattern < patterns.Length; pattern++)
        {
            var sheet = string.Join(' ', Enumerable.Range(0, 5).Select(i => (pattern & (16 >> i)) != 0 ? "A" : "B"));
            for (var n = 0; n < patterns[pattern]; n++)
                tally.Add(Keys.Answers(sheet));
        }

        var found = tally.Analyse();
        Assert.Equal((1000, 3.819), (found.Participants, found.Mean));
        Assert.Equal(0.294997, found.Kr20!.Value, Near);
        Assert.Equal(1.035041, found.Deviation!.Value, Near);
        Assert.Equal(1.035041 * Math.Sqrt(1 - 0.294997), found.Sem!.Value, Near);
        Assert.Equal([0.924, 0.709, 0.553, 0.763, 0.870], found.Items.Select(i => i.Difficulty));
        Assert.Equal(0.112833, found.Items[0].Discrimination!.Value, Near);
        Assert.Equal(0.275356, found.Items[0].Kr20Without!.Value, Near);
        Assert.Equal(0.172779, found.Items[2].Discrimination!.Value, Near);
        Assert.Equal(0.216799, found.Items[2].Kr20Without!.Value, Near);
        Assert.Empty(found.Suspects);
    }

    [Fact]
    public void Four_sheets_give_what_a_pencil_gives()
    {
        var found = Analysed(Keys.AllA(1, 2), "A A A", "A A B", "A B B", "B B -");
        // Totals 3, 2, 1, 0: squares about the mean 1.5 make 5. Sum of pq 0.1875 + 0.25 + 0.1875 = half of the variance 5/4.
        Assert.Equal((1.5, 0.75), (found.Mean, found.Kr20));
        Assert.Equal(Math.Sqrt(5 / 3.0), found.Deviation!.Value, Near);
        Assert.Equal(Math.Sqrt(5 / 3.0) / 2, found.Sem!.Value, Near);
        // Item 2: right are those with 2 and 1 elsewhere, wrong those with 1 and 0.
        Assert.Equal(Math.Sqrt(0.5), found.Items[1].Discrimination!.Value, Near);
        Assert.Equal((0.5, 1.0, 0.5), (found.Items[1].Difficulty, found.Items[1].UpperMinusLower, found.Items[1].Kr20Without));
        // B of item 3: chosen by those with 2 and 1; totals less the choice 3, 1, 0, 0.
        var other = found.Items[2].Options[1];
        Assert.Equal(("B", false, 2, 0.5, 0.0, 0.0), (other.Option, other.IsKey, other.Count, other.Share, other.Upper, other.Lower));
        Assert.Equal(-1 / Math.Sqrt(6), other.PointBiserial!.Value, Near);
        Assert.Equal((1, 0.25, 1.0), (found.Items[2].Blank.Count, found.Items[2].Blank.Share, found.Items[2].Blank.Lower));
        Assert.Equal([("A", true), ("B", false)], found.Items[2].Options.Select(o => (o.Option, o.IsKey)));
    }

    [Fact]
    public void Items_are_credited_as_the_score_credits_them()
    {
        var key = Keys.AllA(2, 4).With(2, KeyPolicy.Annulled, "A").With(3, KeyPolicy.Bonus, "A").With(4, KeyPolicy.SeveralKeys, "A", "C")
            .With(5, KeyPolicy.BestOf, "A", "B").With(6, KeyPolicy.BestOf, "A", "B");
        // The third is better off with the second key of both items; the fourth with either, so with the first.
        string[] sheets = ["A B - C A A", "B A ? A B A|B", "A A D D B B", "- A A B A B"];
        var found = Analysed(key, sheets);
        Assert.Equal([1, 3, 4, 5, 6], found.Items.Select(i => i.Item.Number));
        Assert.Equal([0.5, 1, 0.5, 1, 0.5], found.Items.Select(i => i.Difficulty));
        Assert.Equal(sheets.Average(s => Scorer.Score(key, Keys.Answers(s), ScoreWeights.National).Right), found.Mean);
        Assert.Equal((1, 1), (found.Items[1].Blank.Count, found.Items[1].Unsure.Count));
        Assert.Equal(1, found.Items[4].Multiple.Count);
        Assert.Null(found.Items[1].Discrimination);
        Assert.DoesNotContain(found.Suspects, s => s.Figures.Item.Number == 3);
    }

    [Fact]
    public void A_wrong_key_is_told_by_every_reason_for_its_suspicion()
    {
        // Item 5: the two best, of eleven, chose B; one of the weakest the key. Item 6: nobody has it right.
        string[] sheets =
        [
            "A A A A B C", "A A A A B C", "A A A A B D", "A A A - B C", "A A A - C C", "A A B B C C", "A A B B D D", "A B B B C C",
            "A B B B D C", "B B B B D C", "B B B B A C",
        ];
        var suspects = Analysed(Keys.AllA(3, 3), sheets).Suspects;
        Assert.Equal([5, 6], suspects.Select(s => s.Figures.Item.Number));
        Assert.Equal(
            "Hanya 9.1 % peserta benar (p < 0.10). Daya beda negatif (-0.47): yang nilainya tinggi justru lebih sering salah. "
                + "27 % teratas lebih banyak memilih B (100.0 %) daripada kunci A (0.0 %).",
            suspects[0].Why.Indonesian);
        Assert.StartsWith("Only 0.0 % of the participants are right (p < 0.10). The top 27 % chose C", suspects[1].Why.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_has_the_same_total_as_the_last_of_a_group_is_in_it_too()
    {
        var found = Analysed(Keys.AllA(1, 1), "A A", "A A", "A B", "B A", "B B", "B B", "B B");
        // 27 % of 7 are 2; the bottom has 3 with the same total.
        Assert.Equal((1.0, 0.0), (found.Items[0].Options[0].Upper, found.Items[0].Options[0].Lower));
        Assert.Null(Analysed(Keys.AllA(1, 1), "A B", "B A", "A B", "B A").Items[0].UpperMinusLower);
    }

    [Fact]
    public void Without_sheets_or_without_differences_there_is_no_figure_rather_than_a_wrong_one()
    {
        var none = Analysed(Keys.AllA(1, 2));
        Assert.Equal((0, null, null, null, null), (none.Participants, none.Mean, none.Deviation, none.Kr20, none.Sem));
        Assert.Empty(none.Suspects);
        var same = Analysed(Keys.AllA(1, 2), "A A A", "A A A");
        Assert.Equal((3.0, 0.0, null, null), (same.Mean, same.Deviation, same.Kr20, same.Sem));
        Assert.Null(same.Items[0].Discrimination);
        Assert.Empty(same.Suspects);
    }

    [Fact]
    public void A_province_is_counted_without_keeping_a_sheet()
    {
        var chance = new Random(1);
        var sheets = Enumerable.Range(0, 500).Select(n => Keys.Answers(string.Join(
            ' ', Enumerable.Range(0, 100).Select(i => chance.Next(500) < n ? "A" : ((char)('A' + chance.Next(5))).ToString())))).ToList();
        var tally = Tally(Keys.AllA(30, 70));
        tally.Add(sheets[0]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        for (var n = 1; n < 100_000; n++)
            tally.Add(sheets[n % sheets.Count]);
        var kept = GC.GetAllocatedBytesForCurrentThread() - before;
        var found = tally.Analyse();
        Assert.Equal(100_000, found.Participants);
        Assert.InRange(kept, 0, 10_000);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 10); // a tenth of that on a quiet machine
    }

    private static PackageTally Tally(PackageKey key) => new(key, ScoreWeights.National);

    private static PackageAnalysis Analysed(PackageKey key, params string[] sheets)
    {
        var tally = Tally(key);
        foreach (var sheet in sheets)
            tally.Add(Keys.Answers(sheet));
        return tally.Analyse();
    }
}
