using System.Collections.Immutable;
using Omr.Service.Reconciliation;
using Omr.Service.Reconciliation.Live;
using Omr.Service.Rosters;
using Omr.Service.Scoring;
using Omr.Service.Storage;

namespace Omr.Service.ItemAnalysis;

/// <summary>
/// Finds again the sheets that a run scored: its pages with its corrections, sorted by the very code that sorted them then.
/// Roster and attendance list may have changed since; a participant whom the run scored was on both, so they aren't asked.
/// </summary>
internal static class ScoredSheets
{
    /// <summary>The answers by participant number; a number with no sheet, or with several, isn't among them.</summary>
    /// <param name="db">The database.</param>
    /// <param name="run">The run.</param>
    /// <param name="scored">Those of its rows that are wanted.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task<IReadOnlyDictionary<string, ImmutableArray<Answer>>> OfAsync(
        OmrDatabase db, RunRow run, IReadOnlyCollection<ScoreRow> scored, CancellationToken stop)
    {
        var roster = new Roster(scored.Select(PersonOf));
        var attendance = scored.ToImmutableDictionary(s => s.Number, _ => new AttendanceEntry(Present: true));
        var pile = new ProvincePile(new(roster, attendance, new([]), ScoreWeights.National), placesByNumber: true);
        var corrections = await ProvinceReader.CorrectionsAsync(db, after: 0, stop, upTo: run.LastDecisionId);
        // Those whose number people put right have another one in their column.
        List<long> corrected =
            [.. corrections.Where(p => p.Any(c => c.Field == "identity" && roster.Find(c.Value) is not null)).Select(p => p.Key)];
        var (subject, package, status) = (scored.First().Subject, scored.First().Package, nameof(ScoreStatus.DN));
        var pages = await ProvinceReader.PagesAsync(
            db,
            p => p.Id <= run.LastPageId
                && (corrected.Contains(p.Id) || db.Scores.Any(s => s.RunId == run.Id && s.Number == p.Number
                    && s.Subject == subject && s.Package == package && s.Status == status)),
            stop);
        foreach (var page in pages.Where(p => p.Cover is null))
            pile.Put(page.Order, EffectiveSheet.Of(page.Page, [.. corrections[page.Page.Id.Row]]));
        pile.Settle();
        return roster.Rooms.SelectMany(r => pile.Envelope(r, [r], isAwaited: true).Seats)
            .Where(s => s.Sheets.Length == 1)
            .ToDictionary(s => s.Participant.Number, s => s.Sheets[0].Answers, StringComparer.Ordinal);
    }

    private static Participant PersonOf(ScoreRow row) =>
        new(row.Number, row.Name, default, new(row.Kab, row.Lokasi, row.Ruang), "", row.Subject, row.Package, 0);
}
