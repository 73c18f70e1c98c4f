using Omr.Benchmarks.Campaign;

namespace Omr.Benchmarks.Properties;

/// <summary>Says on the terminal what came of the properties' measurements.</summary>
internal static class PropertiesReport
{
    public static void Repeat(ChunkResult sum)
    {
        var total = sum.Total;
        Say($"{total.Sheets / 100} sheets scanned 100 times each: {total.Items} items, {total.Silent} flipped between answers or between mark and blank "
            + $"(95 % bound {Bound.Of(total.Silent, total.Items):0.0e+0} an item); {total.Refused} of {total.Sheets} scans refused");
        foreach (var (what, count) in sum.Reasons)
            Say($"  {what}: {count} items ({100.0 * count / Math.Max(1, total.Items):0.00} %)");
    }

    public static void Bias(ChunkResult sum)
    {
        Say($"{sum.Total.Sheets} scans, {sum.Total.Refused} refused");
        foreach (var group in sum.Reasons.Keys.Where(k => !k.StartsWith("pair", StringComparison.Ordinal)).Select(k => k.Split(' ')[0]).Distinct())
            Rates(sum, group);
        Paired(sum);
    }

    private static void Rates(ChunkResult sum, string group)
    {
        var places = sum.Reasons.Keys.Where(k => k.StartsWith(group + " ", StringComparison.Ordinal)).Select(k => k.Split(' ')[1]).Distinct().ToList();
        var counts = places.ToDictionary(p => p, p => (
            All: (double)sum.Reasons.Where(r => r.Key.StartsWith($"{group} {p} ", StringComparison.Ordinal)).Sum(r => r.Value),
            Doubtful: Count($"{group} {p} doubtful")));
        Say($"{group}:");
        foreach (var (place, (all, doubtful)) in counts)
        {
            Say($"  {place}: {all} marks, ok {100 * Count($"{group} {place} ok") / all:0.00} %, doubtful {100 * doubtful / all:0.00} %, "
                + $"blank {100 * Count($"{group} {place} blank") / all:0.00} %, other {100 * Count($"{group} {place} wrong") / all:0.00} %");
        }

        var pairs = (from a in places from b in places where string.CompareOrdinal(a, b) < 0 select (a, b)).ToList();
        var tests = pairs.Select(pair =>
        {
            var ((n, x), (m, y)) = (counts[pair.a], counts[pair.b]);
            var pooled = (x + y) / (n + m);
            var (gap, error) = ((x / n) - (y / m), Math.Sqrt(pooled * (1 - pooled) * ((1 / n) + (1 / m))));
            return (Name: $"{pair.a}-{pair.b}", Gap: gap, Error: error, P: TwoSided(gap / error));
        }).ToList();
        var worst = tests.MaxBy(t => Math.Abs(t.Gap));
        Say($"  largest gap in doubtful {worst.Name}: {100 * worst.Gap:+0.00;-0.00} points, 95 % {100 * (worst.Gap - (1.96 * worst.Error)):+0.00;-0.00} to "
            + $"{100 * (worst.Gap + (1.96 * worst.Error)):+0.00;-0.00}; least Holm-adjusted p {Holm(tests.Select(t => t.P)):0.000}");

        double Count(string key) => sum.Reasons.GetValueOrDefault(key);
    }

    // McNemar's test for each two options, over the marks that are the same but for the option.
    private static void Paired(ChunkResult sum)
    {
        var items = sum.Reasons.Where(r => r.Key.StartsWith("option A ", StringComparison.Ordinal)).Sum(r => r.Value);
        var tests = sum.Reasons.Keys.Where(k => k.StartsWith("pair ", StringComparison.Ordinal))
            .Select(k => k[5..]).Select(k => k[0] < k[1] ? k : $"{k[1]}{k[0]}").Distinct()
            .Select(k =>
            {
                var (one, other) = (sum.Reasons.GetValueOrDefault($"pair {k}"), sum.Reasons.GetValueOrDefault($"pair {k[1]}{k[0]}"));
                var error = Math.Sqrt(one + other);
                return (Name: k, Gap: (one - other) / (double)items, Error: error / items, P: TwoSided((one - other) / Math.Max(1, error)));
            }).ToList();
        if (tests.Count == 0)
            return;
        var worst = tests.MaxBy(t => Math.Abs(t.Gap));
        Say($"the same mark in another option ({items} marks each): largest gap in doubtful {worst.Name} {100 * worst.Gap:+0.00;-0.00} points, 95 % "
            + $"{100 * (worst.Gap - (1.96 * worst.Error)):+0.00;-0.00} to {100 * (worst.Gap + (1.96 * worst.Error)):+0.00;-0.00}; least Holm-adjusted p {Holm(tests.Select(t => t.P)):0.000}");
    }

    // The least of the adjusted values is the least p times the number of tests.
    private static double Holm(IEnumerable<double> values)
    {
        var all = values.ToList();
        return Math.Min(1, all.Min() * all.Count);
    }

    // Of a standard normal deviation; Abramowitz and Stegun 7.1.26, right to 1.5e-7.
    private static double TwoSided(double z)
    {
        var x = Math.Abs(z) / Math.Sqrt(2);
        var t = 1 / (1 + (0.3275911 * x));
        var tail = t * (0.254829592 + (t * (-0.284496736 + (t * (1.421413741 + (t * (-1.453152027 + (t * 1.061405429))))))));
        return tail * Math.Exp(-x * x);
    }

    // The program runs with the invariant culture, so that numbers are written alike everywhere.
    private static void Say(string line) => Console.WriteLine(line);
}
