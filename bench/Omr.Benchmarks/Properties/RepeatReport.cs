using System.Text;
using Omr.Benchmarks.Campaign;
using static Omr.Benchmarks.Campaign.CampaignReport;

namespace Omr.Benchmarks.Properties;

/// <summary>What <c>docs/measurements.md</c> says of sheets scanned again and again.</summary>
internal static class RepeatReport
{
    public static void Write(StringBuilder text, CampaignState state)
    {
        var sheets = state.Chunks.Count(c => c.Campaign == PropertiesCommand.Repeat);
        var sum = state.Sum(PropertiesCommand.Repeat);
        var total = sum.Total;
        Line(text, $"## The same sheet again\n");
        Line(text, $"`./omr bench properties repeat`: each of {sheets:n0} filled sheets (profile normal with many weak and odd marks, all forms, 200 dpi) in {RepeatedScans.Files} files: {RepeatedScans.Passes} passes, each turned by up to 2 degrees, shifted by up to 2 pixels and with noise of its own, as two grey and two colour JPEGs (4:2:0, equal channels) of quality 40 to 92.\n");
        Line(text, $"- Items that flipped between two answers or between mark and blank: **{total.Silent}** of {total.Items:n0} ({total.SheetsWrong} sheets). Upper 95 % bound {Rate(Bound.Of(total.Silent, total.Items))} an item, taken one by one; {Rate(Bound.Of(total.SheetsWrong, sheets))} a sheet.");
        Line(text, $"- Refused: {string.Join("; ", sum.Strata.Where(s => s.Value.Sheets > 0).Select(s => $"{s.Key} {s.Value.Refused} of {s.Value.Sheets:n0} files ({Share(s.Value.Refused, s.Value.Sheets)})"))}.");
        Line(text, $"- Items by their {RepeatedScans.Files} readings: {string.Join(", ", sum.Reasons.Select(r => $"{r.Key} {r.Value:n0} ({Share(r.Value, total.Items)})"))}.");
        foreach (var f in sum.Findings)
            Line(text, $"- Flip on sheet {f.Index} of {f.Form}, {f.Place}, written {f.Kind} {f.Truth}: {f.Read}.");
    }
}
