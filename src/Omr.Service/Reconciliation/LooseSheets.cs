using Omr.Service.Rosters;

namespace Omr.Service.Reconciliation;

/// <summary>
/// Filled sheets that no participant of the roster can be given: unknown, incomplete and unclear numbers (D04, D05,
/// D06, D23). Each is told of with the present participants without a sheet to whom it may belong.
/// </summary>
internal static class LooseSheets
{
    /// <summary>What a supervisor should look through for the missing sheets of that batch.</summary>
    public static Wording Hint(Envelope envelope)
    {
        var loose = FindingText.List(envelope.Unknown.Concat(envelope.Unclear));
        var refused = envelope.Refused.Select(p => p.Id.Shown).ToList();
        var hint = loose.Indonesian.Length == 0
            ? new Wording("Cari di amplop ruang lain pada lokasi yang sama.", "Search the other envelopes of the location.")
            : new Wording(
                $"Periksa lembar tanpa pemilik: {loose.Indonesian}.",
                $"Look through the sheets without an owner: {loose.English}.");
        return refused.Count == 0
            ? hint
            : hint + new Wording(
                $"Periksa juga halaman yang ditolak: {string.Join("; ", refused.Select(r => r.Indonesian))}.",
                $"Look at the refused pages, too: {string.Join("; ", refused.Select(r => r.English))}.");
    }

    /// <summary>The findings about these sheets.</summary>
    /// <param name="envelope">The batch.</param>
    /// <param name="unmatched">The present participants without a sheet to whom they may belong.</param>
    public static IEnumerable<Finding> Findings(Envelope envelope, IReadOnlyList<Participant> unmatched)
    {
        foreach (var sheet in envelope.Unknown)
        {
            var near = NumberSuggestion.Near(sheet, unmatched);
            yield return new("D04", envelope.Room, sheet.Number.Text, sheet.Id, PileText.Unknown(sheet, near));
            if (unmatched.Count == 0)
                yield return new("D23", envelope.Room, sheet.Number.Text, sheet.Id, PileText.Unlisted);
        }
        foreach (var sheet in envelope.Unclear)
        {
            var fitting = NumberSuggestion.Fitting(sheet, unmatched);
            yield return sheet.Number.State == NumberState.Missing
                ? new("D05", envelope.Room, "", sheet.Id, PileText.Incomplete(sheet, fitting))
                : new("D06", envelope.Room, "", sheet.Id, PileText.Unclear(sheet, fitting));
        }
    }
}
