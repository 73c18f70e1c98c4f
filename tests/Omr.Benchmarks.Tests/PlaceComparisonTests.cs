using Omr.Benchmarks.Campaign;
using Omr.Benchmarks.Properties;

namespace Omr.Benchmarks.Tests;

public sealed class PlaceComparisonTests
{
    private const int Blocks = 5;
    private const int Marks = 8;
    private const int Turns = 5;

    // Three options with 10 marks each on four sheets; the chances of each pair by itself are Student's, tested apart.
    [Fact]
    public void Holm_counts_the_unlikeliest_as_often_as_there_are_comparisons()
    {
        int[][] doubtful = [[1, 1, 4], [2, 2, 6], [0, 1, 3], [3, 3, 8]];
        var sheets = doubtful.Select(s => Sheet([.. s.Select((d, at) => ($"option {"ABC"[at]}", d, 10))])).ToList();

        var all = PlaceComparison.All(sheets);

        Assert.Equal(["A-C", "B-C", "A-B"], all.Select(c => $"{c.One}-{c.Other}"));
        // Differences in tenths: A-C -3, -4, -3, -5 of mean -3.75, error sqrt(2.75/3/4); B-C -3, -4, -2, -5: -3.5,
        // sqrt(5/3/4); A-B 0, 0, -1, 0: -0.25, sqrt(0.75/3/4).
        double[] chances =
        [
            StudentT.TwoSided(3.75 / Math.Sqrt(2.75 / 12), 3), StudentT.TwoSided(3.5 / Math.Sqrt(5.0 / 12), 3), StudentT.TwoSided(1, 3),
        ];
        Assert.Equal(chances[0], all[0].Difference.P, 10);
        Assert.Equal(3 * chances[0], all[0].Adjusted, 10);
        Assert.Equal(Math.Max(3 * chances[0], 2 * chances[1]), all[1].Adjusted, 10);
        Assert.Equal(chances[2], all[2].Adjusted, 10);
    }

    [Fact]
    public void Marks_read_as_blank_or_as_another_option_are_compared_where_there_are_any()
    {
        var sheets = new[] { Sheet([("option A", 0, 9), ("option B", 1, 9)]), Sheet([("option A", 1, 9), ("option B", 0, 9)]) };
        Assert.Equal(["doubtful"], PlaceComparison.All(sheets).Select(c => c.Outcome));

        sheets[0].AddReason("option A blank", 2);
        sheets[1].AddReason("option B wrong", 1);
        var misread = Assert.Single(PlaceComparison.All(sheets), c => c.Outcome == "misread");
        Assert.Equal((2.0 / 20) - (1.0 / 19), misread.Difference.Gap, 12);
    }

    // Sheets as they are: on most no weak mark is doubtful, on some many, and a mark that is doubtful in one turn is mostly
    // so in the others. No place differs, so of single comparisons 5 in 100 may seem to at 5 %, and of whole reports at
    // most 5 in 100 may hold any that does after Holm.
    [Theory]
    [InlineData(40)]
    [InlineData(200)]
    public void Where_no_place_differs_false_alarms_are_as_rare_as_said(int count)
    {
        const int Reports = 300;
        var chance = new Random(20_261_125);
        var (single, naive, blocks, comparisons, reports) = (0, 0, 0, 0, 0);
        for (var report = 0; report < Reports; report++)
        {
            var sheets = Enumerable.Range(0, count).Select(_ => Draw(chance, worse: 0)).ToList();
            var all = PlaceComparison.All(sheets);
            comparisons += all.Count;
            single += all.Count(c => c.Difference.P < 0.05);
            reports += all[0].Adjusted < 0.05 ? 1 : 0;
            foreach (var c in all.Where(c => c.Group == "block"))
            {
                blocks++;
                naive += MarksTakenOneByOne(sheets, c) > 1.96 ? 1 : 0;
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{count} sheets: single {(double)single / comparisons:0.0000}, reports {(double)reports / Reports:0.0000}, one by one {(double)naive / blocks:0.0000}");
        Assert.InRange((double)single / comparisons, 0.035, 0.065);
        Assert.InRange((double)reports / Reports, 0.005, 0.07);
        // The same sheets give many false alarms when turns are taken for marks of their own.
        Assert.True((double)naive / blocks > 0.15, $"{naive} of {blocks}");
    }

    [Fact]
    public void An_option_that_fares_worse_is_found()
    {
        var chance = new Random(7);
        var sheets = Enumerable.Range(0, 200).Select(_ => Draw(chance, worse: 0.1)).ToList();

        var found = PlaceComparison.All(sheets).Where(c => c.Adjusted < 0.05).ToList();

        Assert.Equal(["A-E", "B-E", "C-E", "D-E"], found.Select(c => $"{c.One}-{c.Other}").Order());
        Assert.All(found, c => Assert.True(c.Difference.Gap < 0));
    }

    // The old way: z of two rates whose marks are all taken as independent.
    private static double MarksTakenOneByOne(List<ChunkResult> sheets, PlaceComparison c)
    {
        var (one, other) = (Sum(c.One), Sum(c.Other));
        var pooled = (double)(one.Count + other.Count) / (one.Of + other.Of);
        return Math.Abs(one.Rate - other.Rate) / Math.Sqrt(pooled * (1 - pooled) * ((1.0 / one.Of) + (1.0 / other.Of)));

        Hits Sum(string place) => sheets.Select(s => PlaceComparison.Count(s, c.Group, place, c.Outcome))
            .Aggregate(new Hits(), (a, b) => new(a.Count + b.Count, a.Of + b.Of));
    }

    // A sheet of its own hand, marks of their own weakness, five turns each; option E may fare worse.
    private static ChunkResult Draw(Random chance, double worse)
    {
        var sheet = new ChunkResult { Campaign = PropertiesCommand.Bias };
        var hand = Math.Pow(chance.NextDouble(), 4);
        for (var mark = 0; mark < Blocks * Marks; mark++)
        {
            var (weakness, first) = (chance.NextDouble(), chance.Next(Turns));
            for (var turn = 0; turn < Turns; turn++)
            {
                var option = (first + turn) % Turns;
                var limit = hand + (option == 4 ? worse : 0);
                var what = weakness + ((chance.NextDouble() - 0.5) * 0.1) < limit ? "doubtful" : "ok";
                sheet.AddReason($"option {"ABCDE"[option]} {what}");
                sheet.AddReason($"block {(mark / Marks) + 1} {what}");
            }
        }

        return sheet;
    }

    private static ChunkResult Sheet((string Place, int Doubtful, int All)[] counts)
    {
        var sheet = new ChunkResult { Campaign = PropertiesCommand.Bias };
        foreach (var (place, doubtful, all) in counts)
        {
            sheet.AddReason($"{place} doubtful", doubtful);
            sheet.AddReason($"{place} ok", all - doubtful);
        }

        return sheet;
    }
}
