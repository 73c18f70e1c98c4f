using System.Text;
using static Omr.Benchmarks.Campaign.CampaignReport;

namespace Omr.Benchmarks.Campaign;

/// <summary>The identity classes' part of <c>docs/measurements.md</c>.</summary>
internal static class IdentityReport
{
    public static void Write(StringBuilder text, CampaignState state)
    {
        var sums = IdentityClasses.All.Select(k => (Kind: k, Sum: state.Sum(k.Name))).Where(s => s.Sum.Total.Sheets > 0).ToList();
        var all = sums.Aggregate(new Tally(), (a, s) => a + Identities(s.Sum));
        var read = all.Items;
        Line(text, $"## Identity\n");
        Line(text, $"`./omr bench campaign --class identity`: an LJK's identity block on paper of its own, read by the same code; a quarter 1-bit, a quarter 300 dpi, half clean and half normal. On a personal sheet the printed number is the truth unless a bubbled digit speaks against it; then no number may be accepted. {sums.Sum(s => s.Sum.Total.Sheets):n0} sheets, {read:n0} identities: **{all.Silent} wrong accepted** (95 % bound {Rate(Bound.Of(all.Silent, read))}). A barcode is misread when its text is another than the printed one, whatever came of it.\n");
        Line(text, $"| Class | what | sheets | wrong accepted | accepted | to a person | why | barcode unread | misread | refused |");
        Line(text, $"|---|---|---|---|---|---|---|---|---|---|");
        foreach (var (kind, sum) in sums)
        {
            var t = Identities(sum);
            var why = string.Join(", ", sum.Reasons.Where(r => r.Key.StartsWith("identity ", StringComparison.Ordinal))
                .OrderByDescending(r => r.Value).Select(r => $"{r.Key[9..].ToLowerInvariant()} {r.Value:n0}"));
            Line(text, $"| {kind.Name} | {kind.Sentence} | {sum.Total.Sheets:n0} | {t.Silent} | {Share(t.Items - t.Silent - t.Doubtful, t.Items)} | {Share(t.Doubtful, t.Items)} | {why} | {Share(sum.Reasons.GetValueOrDefault("barcode unread"), t.Items)} | {sum.Reasons.GetValueOrDefault("barcode misread")} | {sum.Total.Refused} |");
        }

        var digits = sums.Aggregate(new Tally(), (a, s) => a + s.Sum.Total + Minus(Identities(s.Sum)));
        Line(text, $"\nSingle digits read with certainty as something else than what is on the paper: {digits.Silent} of {digits.Items:n0}; none made a wrong number accepted unless counted above.");
    }

    private static Tally Identities(ChunkResult sum) => sum.Kinds
        .Where(k => k.Key.StartsWith("identity", StringComparison.Ordinal))
        .Aggregate(new Tally(), (a, k) => a + k.Value);

    private static Tally Minus(Tally t) => new() { Items = -t.Items, Silent = -t.Silent };
}
