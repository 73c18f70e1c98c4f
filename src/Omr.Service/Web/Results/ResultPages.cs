using Omr.Service.Access;
using Omr.Service.Publication;
using Omr.Service.Reconciliation.Live;
using Omr.Service.Runs;

namespace Omr.Service.Web.Results;

/// <summary>
/// Hasil: results and score cards, out of the books that the API serves. Who may see unreleased scores sees the newest run's and is
/// told which aren't released; all others see what is released of their region.
/// </summary>
internal static class ResultPages
{
    private const int ResultsAPage = 50;

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/hasil", ListAsync).For(Act.ViewReleasedScores);
        pages.MapGet("/hasil/{nomor}", CardAsync).For(Act.ViewReleasedScores);
    }

    private static async Task<IResult> ListAsync([AsParameters] ResultFilter filter, Here here, ScoreBooks books, CancellationToken stop)
    {
        var who = here.Who!;
        if (await books.VisibleAsync(who, filter.Run, stop) is not { } book)
            return TypedResults.NotFound();
        var (kabs, subjects) = (new SortedSet<string>(StringComparer.Ordinal), new SortedSet<string>(StringComparer.Ordinal));
        var (shown, found) = (new List<ScoreEntry>(), 0);
        foreach (var entry in book.InOrder.Where(e => who.Region.Covers(e.Room)))
        {
            kabs.Add(entry.Room.Kab);
            subjects.Add(entry.Subject);
            if (!filter.Suits(entry))
                continue;
            found++;
            if (shown.Count <= ResultsAPage && string.CompareOrdinal(entry.Number, filter.Cursor ?? "") > 0)
                shown.Add(entry);
        }

        var slice = Slice<ScoreEntry>.Of(shown, ResultsAPage, e => e.Number);
        var released = await books.ReleasedAsync();
        return here.Page<ResultListPage, ResultListModel>(new(
            filter, [.. slice.Isi.Select(e => ResultLine.Of(e, released))], found, slice.Berikutnya, [.. kabs], [.. subjects]));
    }

    private static async Task<IResult> CardAsync(
        string nomor, long? run, Here here, ScoreBooks books, ScoringRuns runs, LiveProvince live, CancellationToken stop)
    {
        var who = here.Who!;
        if (await books.VisibleAsync(who, run, stop) is not { } book
            || !book.ByNumber.TryGetValue(nomor, out var entry) || !who.Region.Covers(entry.Room) || (run is not null && run != entry.Run))
            return TypedResults.NotFound();
        var of = await runs.FindAsync(entry.Run, stop);
        return here.Page<CardPage, CardModel>(new(
            ResultLine.Of(entry, await books.ReleasedAsync()), RunView.Of(of!), here.May(Act.ViewSheets) ? SheetsOf(live.Current, nomor) : []));
    }

    private static IReadOnlyList<long> SheetsOf(ProvinceState state, string number) =>
        state.Exam.Roster.Find(number)?.Room is { } room && state.Rooms.TryGetValue(room, out var at)
            ? [.. at.Judgement.Envelope.Seats.Where(s => s.Participant.Number == number).SelectMany(s => s.Sheets).Select(s => s.Id.Row)]
            : [];
}
