using System.Text;
using Omr.Benchmarks.Campaign;
using static Omr.Benchmarks.Campaign.CampaignReport;

namespace Omr.Benchmarks.Properties;

/// <summary>What <c>docs/measurements.md</c> says of weak marks by option and place.</summary>
internal static class BiasReport
{
    private const double Level = 0.05;

    public static void Write(StringBuilder text, CampaignState state)
    {
        var sheets = state.Chunks.Where(c => c.Campaign == PropertiesCommand.Bias).ToList();
        var total = state.Sum(PropertiesCommand.Bias).Total;
        Line(text, $"## Weak marks by option and place\n");
        Line(text, $"`./omr bench properties bias`: a faint, partial or thin mark in every item of {sheets.Count:n0} sheets (profile normal, 200 dpi, grey JPEG), each scanned five times with the same hand and paper and all marks one option further each time; {total.Refused} of {total.Sheets:n0} scans refused. Heights are fifths of a block from the top.\n");
        Line(text, $"| Place | marks | ok | doubtful | blank | other option |\n|---|---|---|---|---|---|");
        foreach (var group in PlaceComparison.Groups)
        {
            foreach (var place in PlaceComparison.Places(sheets, group))
                Place(text, sheets, group, place);
        }

        var comparisons = PlaceComparison.All(sheets);
        if (comparisons.Count == 0)
            Line(text, $"\nNothing to compare: fewer than two sheets, or every mark was read.");
        else
            Compare(text, comparisons);
    }

    private static void Place(StringBuilder text, List<ChunkResult> sheets, string group, string place)
    {
        var (all, misread, blank) = (Sum("ok").Of, Sum("misread").Count, Sum("blank").Count);
        Line(text, $"| {group} {place} | {all:n0} | {Share(Sum("ok").Count, all)} | {Share(Sum("doubtful").Count, all)} | {Share(blank, all)} | {Share(misread - blank, all)} |");

        Hits Sum(string outcome) => sheets.Select(s => PlaceComparison.Count(s, group, place, outcome))
            .Aggregate(new Hits(), (a, b) => new(a.Count + b.Count, a.Of + b.Of));
    }

    // The intervals hold together: each at 5 % over the number of comparisons.
    private static void Compare(StringBuilder text, IReadOnlyList<PlaceComparison> comparisons)
    {
        Line(text, $"\nHow places are compared: the difference of two rates over its standard error with the sheet and its five turns as the cluster (ratio estimator; marks of a sheet share hand, paper and scanner), by Student's t with sheets - 1 degrees of freedom; p is adjusted by Holm over all {comparisons.Count} comparisons, and the 95 % intervals hold for all of them together.\n");
        Line(text, $"| Group | outcome | pairs | unlikeliest pair | gap in points (95 %) | adjusted p | no pair differs by more than |\n|---|---|---|---|---|---|---|");
        foreach (var group in comparisons.GroupBy(c => (c.Group, c.Outcome)).OrderBy(g => PlaceComparison.Groups.ToList().IndexOf(g.Key.Group)))
        {
            var first = group.First();
            var most = group.Max(c => Math.Abs(c.Difference.Gap) + Reach(c));
            Line(text, $"| {group.Key.Group} | {group.Key.Outcome} | {group.Count()} | {first.One}-{first.Other} | {Interval(first)} | {first.Adjusted:0.000} | {100 * most:0.00} points |");
        }

        var certain = comparisons.Where(c => c.Adjusted < Level).ToList();
        Line(text, $"\n**{certain.Count} of {comparisons.Count} comparisons differ at 5 % of false alarms in the whole table**{(certain.Count == 0 ? "." : ":")}{string.Join(";", certain.Select(c => $" {c.Group} {c.One}-{c.Other} {c.Outcome} {Interval(c)}, p {c.Adjusted:0.000}"))}");

        string Interval(PlaceComparison c) =>
            $"{100 * c.Difference.Gap:+0.00;-0.00} ({100 * (c.Difference.Gap - Reach(c)):+0.00;-0.00} to {100 * (c.Difference.Gap + Reach(c)):+0.00;-0.00})";

        double Reach(PlaceComparison c) => c.Difference.Reach(Level / comparisons.Count);
    }
}
