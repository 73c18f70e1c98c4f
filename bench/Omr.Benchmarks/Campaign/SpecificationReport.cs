using System.Text;

namespace Omr.Benchmarks.Campaign;

/// <summary>The report of the campaign in specification: each goal with its figure beside it, then what the figures are
/// made of.</summary>
internal static class SpecificationReport
{
    // 8 forms, each drawn for both resolutions.
    private const int PrintsAGroup = 16;

    public static void Write(StringBuilder text, ChunkResult main)
    {
        var total = main.Total;
        var groups = (total.Sheets + (1L * CampaignKind.Main.Chunk * CampaignKind.Main.ChunksAPrint) - 1) / (CampaignKind.Main.Chunk * CampaignKind.Main.ChunksAPrint);
        Line(text, $"A silent error is an item read with certainty (ok, blank, multiple) as something else than what is on the paper, or an accepted number that isn't the sheet's. The reader is given all forms at once. A mark is lost in the scan, and counted apart, when the scan holds less than 0.25 mm2 of black of it (a bubble has 9.1 mm2): told from the simulator's pictures with and without the mark, never from what was read.\n");
        Line(text, $"## Campaign in specification\n\nSheets of profile {CampaignKind.Main.Sentence}.\n");
        Line(text, $"`./omr bench campaign --seed N`: {total.Sheets:n0} sheets, each with a filling, paper, hand and scan of its own, on {groups * PrintsAGroup:n0} distinct prints; {total.Sheets / main.Seconds:0.0} sheets/s simulated and read.\n");
        Goals(text, main);
        Line(text, $"\nA bound by the position takes errors one by one; one by the sheet takes the sheet for the cluster in which errors come together. Marks read as blank that were lost in the scan: {total.Lost}. Doubtful: {total.Doubtful:n0} of {total.Items:n0} items ({Share(total.Doubtful, total.Items)}).\n");
        Groups(text, "Sheets", [.. main.Strata, .. Colours(main.Strata).Select(c => KeyValuePair.Create($"**all {c.Name}**", c.Tally))]);
        Groups(text, "JPEG quality", main.Qualities);
        Line(text, $"| Written as | items | silent | lost in the scan | doubtful |");
        Line(text, $"|---|---|---|---|---|");
        foreach (var (name, t) in main.Kinds)
            Line(text, $"| {name} | {t.Items:n0} | {t.Silent} | {t.Lost} | {t.Doubtful:n0} ({Share(t.Doubtful, t.Items)}) |");
        foreach (var profile in main.Causes.GroupBy(c => c.Key.Split('|')[0]))
            Causes(text, profile.Key, [.. profile]);
        Line(text, $"\nReasons: {string.Join(", ", main.Reasons.OrderByDescending(r => r.Value).Select(r => $"{r.Key} {r.Value}"))}.");
    }

    private static void Goals(StringBuilder text, ChunkResult main)
    {
        var total = main.Total;
        Line(text, $"| What | goal | measured | met |\n|---|---|---|---|");
        Goal("bubble positions", "30,000,000", $"{total.Positions:n0}", total.Positions >= 30_000_000);
        Goal("distinct sheets", "40,000", $"{total.Sheets:n0}", total.Sheets >= 40_000);
        foreach (var (name, t) in (IEnumerable<(string, Tally)>)[.. Colours(main.Strata), ("all", total)])
        {
            Goal($"silent errors, {name}", "0", $"{t.Silent} on {t.SheetsWrong} of {t.Sheets:n0} sheets", t.Silent == 0);
            var position = Bound.Of(t.Silent, t.Positions);
            Goal($"95 % bound a position, {name}", "1e-7", Rate(position), position < 1e-7);
            Goal($"95 % bound a sheet, {name}", "-", Rate(Bound.Of(t.SheetsWrong, t.Sheets - t.Refused)), null);
        }

        Goal("sheets refused", "0.02 % (1 in 5,000)", $"{total.Refused} ({Share(total.Refused, total.Sheets)})", total.Refused * 5000 <= total.Sheets);
        InDoubt("clean", "0.50 %", 200);
        InDoubt("normal", "5.00 %", 20);

        // Faint, erased and double marks go to a person in any case, so the goal is set beside the doubts over anything else too.
        void InDoubt(string profile, string goal, int oneIn)
        {
            var strata = main.Strata.Where(s => s.Key.StartsWith(profile, StringComparison.Ordinal)).ToList();
            var t = Sum(strata.Select(s => s.Value));
            Goal($"sheets with anything doubtful, {profile}", goal, $"{t.SheetsInDoubt:n0} of {t.Sheets:n0} ({Share(t.SheetsInDoubt, t.Sheets)})", t.SheetsInDoubt * oneIn <= t.Sheets);
            foreach (var (name, c) in Colours(strata))
                Goal($"of them over anything but faint, erased and double marks, {profile}, {name}", goal, $"{c.SheetsInOtherDoubt:n0} of {c.Sheets:n0} ({Share(c.SheetsInOtherDoubt, c.Sheets)})", c.SheetsInOtherDoubt * oneIn <= c.Sheets);
        }

        void Goal(string what, string goal, string measured, bool? met) =>
            Line(text, $"| {what} | {goal} | {measured} | {(met is null ? "-" : met.Value ? "yes" : "**no**")} |");
    }

    private static void Groups(StringBuilder text, string head, IReadOnlyCollection<KeyValuePair<string, Tally>> groups)
    {
        Line(text, $"| {head} | sheets | positions | silent | 95 % bound a position | a sheet | lost in the scan | doubtful items | sheets in doubt | but for faint, erased, double | refused |");
        Line(text, $"|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var (name, t) in groups)
            Line(text, $"| {name} | {t.Sheets:n0} | {t.Positions:n0} | {t.Silent} | {Rate(Bound.Of(t.Silent, t.Positions))} | {Rate(Bound.Of(t.SheetsWrong, t.Sheets - t.Refused))} | {t.Lost} | {t.Doubtful:n0} ({Share(t.Doubtful, t.Items)}) | {Share(t.SheetsInDoubt, t.Sheets)} | {Share(t.SheetsInOtherDoubt, t.Sheets)} | {t.Refused} |");
        Line(text, $"");
    }

    // A row for each way of marking, a column for each reason of doubt.
    private static void Causes(StringBuilder text, string profile, List<KeyValuePair<string, Cause>> causes)
    {
        var cells = causes.ToDictionary(c => (Kind: c.Key.Split('|')[1], Reason: c.Key.Split('|')[2]), c => c.Value);
        var reasons = cells.GroupBy(c => c.Key.Reason).OrderByDescending(g => g.Sum(c => c.Value.Sheets)).Select(g => g.Key).ToList();
        Line(text, $"\nSheets in doubt on {profile}, by what was written and why it was doubtful; in brackets those with no other doubt:\n");
        Line(text, $"| Written as | {string.Join(" | ", reasons)} |\n|---|{string.Concat(reasons.Select(_ => "---|"))}");
        foreach (var kind in cells.GroupBy(c => c.Key.Kind).OrderByDescending(g => g.Sum(c => c.Value.Sheets)))
            Line(text, $"| {kind.Key} | {string.Join(" | ", reasons.Select(r => cells.TryGetValue((kind.Key, r), out var c) ? $"{c.Sheets} ({c.Alone})" : ""))} |");
    }

    private static IEnumerable<(string Name, Tally Tally)> Colours(IEnumerable<KeyValuePair<string, Tally>> strata) => strata
        .GroupBy(s => s.Key[(s.Key.LastIndexOf(' ') + 1)..], s => s.Value)
        .OrderByDescending(g => g.Key, StringComparer.Ordinal)
        .Select(g => (g.Key, Sum(g)));

    private static Tally Sum(IEnumerable<Tally> tallies) => tallies.Aggregate(new Tally(), (a, b) => a + b);

    private static string Share(long part, long all) => CampaignReport.Share(part, all);

    private static string Rate(double rate) => CampaignReport.Rate(rate);

    private static void Line(StringBuilder text, FormattableString line) => CampaignReport.Line(text, line);
}
