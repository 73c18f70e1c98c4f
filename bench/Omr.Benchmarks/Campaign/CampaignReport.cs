using System.Globalization;
using System.Text;

namespace Omr.Benchmarks.Campaign;

/// <summary>
/// Writes the campaigns' part of <c>docs/measurements.md</c>, found from the folder in which the command runs or those
/// above it; the rest of the file stays as it is.
/// </summary>
internal static class CampaignReport
{
    public static void Write(CampaignState state)
    {
        var main = state.Sum(CampaignKind.Main.Name);
        if (main.Total.Sheets > 0)
            Put("campaign", Text(state, text => InSpecification(text, main)));
        if (HardClasses.All.Any(k => state.Sum(k.Name).Total.Sheets > 0))
            Put("hard classes", Text(state, text => Hard(text, state)));
        if (IdentityClasses.All.Any(k => state.Sum(k.Name).Total.Sheets > 0))
            Put("identity", Text(state, text => IdentityReport.Write(text, state)));
    }

    // Puts a part between its two markers, or at the end of the file where there are none yet.
    private static void Put(string part, string text)
    {
        var folder = new DirectoryInfo(Environment.CurrentDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "docs")))
            folder = folder.Parent;
        if (folder is null)
        {
            Console.WriteLine(text);
            return;
        }

        var (begin, end) = ($"<!-- {part}: written by omr bench campaign -->\n", $"<!-- {part}: end -->\n");
        var path = Path.Combine(folder.FullName, "docs", "measurements.md");
        var old = File.Exists(path) ? File.ReadAllText(path) : "# Measurements\n";
        var (from, to) = (old.IndexOf(begin, StringComparison.Ordinal), old.IndexOf(end, StringComparison.Ordinal));
        var filled = from >= 0 && to > from
            ? old[..(from + begin.Length)] + text + old[to..]
            : $"{old.TrimEnd()}\n\n{begin}{text}{end}";
        File.WriteAllText(path + ".part", filled);
        File.Move(path + ".part", path, overwrite: true);
        Console.WriteLine($"written: {path}");
    }

    private static string Text(CampaignState state, Action<StringBuilder> write)
    {
        var text = new StringBuilder();
        write(text);
        Line(text, $"\nSeed {state.Seed}, engine {state.Version}, measured {state.Measured:yyyy-MM-dd} on {Environment.ProcessorCount} shared cores.");
        return text.ToString();
    }

    private static void InSpecification(StringBuilder text, ChunkResult main)
    {
        var total = main.Total;
        Line(text, $"A silent error is an item read with certainty (ok, blank, multiple) as something else than what is on the paper, or an accepted number that isn't the sheet's. The reader is given all forms at once. A mark is lost in the scan, and counted apart, when the scan holds less than 0.25 mm2 of black of it (a bubble has 9.1 mm2): told from the simulator's pictures with and without the mark, never from what was read.\n");
        Line(text, $"## Campaign in specification\n\nSheets of profile {CampaignKind.Main.Sentence}.\n");
        Line(text, $"`./omr bench campaign --seed N`: {total.Sheets:n0} distinct fillings and scans on {total.Sheets / 16:n0} distinct prints (each print is filled 16 times), {total.Positions:n0} bubble positions, {total.Sheets / main.Seconds:0.0} sheets/s simulated and read.\n");
        Line(text, $"- Silent errors: **{total.Silent}** ({total.SheetsWrong} sheets). Upper 95 % bound {Rate(Bound.Of(total.Silent, total.Positions))} a position, taken one by one; {Rate(Bound.Of(total.SheetsWrong, total.Sheets - total.Refused))} a sheet, the sheet being the cluster in which errors come together.");
        Line(text, $"- Marks read as blank that were lost in the scan: {total.Lost}.");
        Line(text, $"- Refused: {total.Refused} of {total.Sheets:n0} sheets ({Share(total.Refused, total.Sheets)}).");
        Line(text, $"- Doubtful: {total.Doubtful:n0} of {total.Items:n0} items ({Share(total.Doubtful, total.Items)}), on {total.SheetsInDoubt:n0} sheets ({Share(total.SheetsInDoubt, total.Sheets)}).\n");
        Line(text, $"| Sheets | sheets | positions | silent | 95 % bound a position | lost in the scan | doubtful items | sheets in doubt | refused |");
        Line(text, $"|---|---|---|---|---|---|---|---|---|");
        var groups = main.Strata.ToLookup(s => s.Key[(s.Key.LastIndexOf(' ') + 1)..], s => s.Value);
        foreach (var (name, t) in main.Strata.Concat(groups.Select(g => KeyValuePair.Create($"**all {g.Key}**", g.Aggregate(new Tally(), (a, b) => a + b)))))
            Line(text, $"| {name} | {t.Sheets:n0} | {t.Positions:n0} | {t.Silent} | {Rate(Bound.Of(t.Silent, t.Positions))} | {t.Lost} | {t.Doubtful:n0} ({Share(t.Doubtful, t.Items)}) | {Share(t.SheetsInDoubt, t.Sheets)} | {t.Refused} |");
        Line(text, $"\n| Written as | items | silent | lost in the scan | doubtful |");
        Line(text, $"|---|---|---|---|---|");
        foreach (var (name, t) in main.Kinds)
            Line(text, $"| {name} | {t.Items:n0} | {t.Silent} | {t.Lost} | {t.Doubtful:n0} ({Share(t.Doubtful, t.Items)}) |");
        Line(text, $"\nReasons: {string.Join(", ", main.Reasons.OrderByDescending(r => r.Value).Select(r => $"{r.Key} {r.Value}"))}.");
    }

    private static void Hard(StringBuilder text, CampaignState state)
    {
        Line(text, $"## Hard classes\n");
        Line(text, $"`./omr bench campaign --class all`: each class on sheets of profile clean and normal, 200 and 300 dpi, all forms, counted as in the campaign. No error among 37,696 positions bounds the rate at 7.9e-5 a position (95 %), none among 32 sheets at 8.9 % a sheet.\n");
        Line(text, $"| Class | what | sheets | positions | silent | doubtful items | refused | lost in the scan |");
        Line(text, $"|---|---|---|---|---|---|---|---|");
        foreach (var kind in HardClasses.All)
        {
            if (state.Sum(kind.Name).Total is { Sheets: > 0 } t)
                Line(text, $"| {kind.Name} | {kind.Sentence} | {t.Sheets} | {t.Positions:n0} | {t.Silent} | {t.Doubtful:n0} ({Share(t.Doubtful, t.Items)}) | {t.Refused} ({Share(t.Refused, t.Sheets)}) | {t.Lost} |");
        }
    }

    internal static string Share(long part, long all) =>
        all == 0 ? "-" : (100.0 * part / all).ToString("0.00", CultureInfo.InvariantCulture) + " %";

    internal static string Rate(double rate) => rate.ToString("0.0e+0", CultureInfo.InvariantCulture);

    internal static void Line(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
