using Omr.Service.Rosters;

namespace Omr.Service.Reconciliation;

/// <summary>
/// Filled sheets that no participant of the roster can be given: unknown, incomplete and unclear numbers (D04, D05,
/// D06, D23). Each is told of with the present participants without a sheet to whom it may belong.
/// </summary>
internal static class LooseSheets
{
    /// <summary>What a supervisor should look through for a participant's missing sheet.</summary>
    public static Wording Hint(SheetPile pile, RoomBatches batches, Participant participant)
    {
        if (!pile.Of(participant).IsEmpty)
            return Wording.None;
        var folder = batches.FolderOf(participant);
        var loose = FindingText.List(pile.Unknown.Concat(pile.Unclear).Where(s => s.Folder == folder));
        var refused = pile.Refused.Where(p => p.Folder == folder).Select(p => p.Id.Shown).ToList();
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
    public static IEnumerable<Finding> Findings(Exam exam, SheetPile pile, RoomBatches batches)
    {
        List<Participant> Unmatched(Sheet sheet) =>
            [.. batches.Expected(sheet.Folder).Where(p => exam.IsPresent(p) && pile.Of(p).IsEmpty)];

        foreach (var sheet in pile.Unknown)
        {
            var unmatched = Unmatched(sheet);
            var room = batches.RoomOf(sheet.Folder);
            var near = NumberSuggestion.Near(sheet, unmatched);
            yield return new("D04", room, sheet.Number.Text, sheet.Id, PileText.Unknown(sheet, near));
            if (unmatched.Count == 0)
                yield return new("D23", room, sheet.Number.Text, sheet.Id, PileText.Unlisted);
        }
        foreach (var sheet in pile.Unclear)
        {
            var fitting = NumberSuggestion.Fitting(sheet, Unmatched(sheet));
            yield return sheet.Number.State == NumberState.Missing
                ? new("D05", batches.RoomOf(sheet.Folder), "", sheet.Id, PileText.Incomplete(sheet, fitting))
                : new("D06", batches.RoomOf(sheet.Folder), "", sheet.Id, PileText.Unclear(sheet, fitting));
        }
    }
}
