using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Omr.Service.Access;
using Omr.Service.Review;
using Omr.Service.Rosters;
using Omr.Service.Sheets;

namespace Omr.Service.Api;

/// <summary><c>/review</c>: what waits for a person, corrections proposed by one and decided by another.</summary>
internal static class ReviewEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var review = api.MapGroup("/review");
        review.MapGet("", QueueAsync).For(Act.ViewReview).WithSummary("What waits for a person, the easiest sure gains first");
        review.MapGet("/proposals", ProposalsAsync).For(Act.ViewReview).WithSummary("Proposed corrections");
        review.MapPost("/proposals", ProposeAsync).For(Act.ProposeCorrection).WithSummary("Propose a correction");
        review.MapPost("/proposals/{id:long}/decision", DecideAsync).For(Act.ConfirmCorrection)
            .WithSummary("Confirm or turn down what somebody else proposed");
        review.MapPost("/proposals/{id:long}/second-reading", ReadAgainAsync).For(Act.ConfirmCorrection)
            .WithSummary("Read the same place without knowing the proposal: the same confirms it, another turns it down");
        review.MapPost("/sheets/{id:long}/entry", EnterAsync).For(Act.ProposeCorrection)
            .WithSummary("Key in a sheet that could not be read; what a second person keys in alike, without knowing the first entry, holds");
    }

    private static async Task<Results<ListAnswer<TaskView>, ProblemHttpResult>> QueueAsync(
        ReviewKind? jenis, string? ruang, string? cursor, int? limit, HttpContext context, Caller caller, ReviewBoard board,
        ListStore lists, TaskViews views, CancellationToken stop)
    {
        var place = string.IsNullOrEmpty(cursor) ? null : ReviewTask.At(cursor);
        var within = Region.Parse(ruang ?? "");
        if (within is null || (place is null && !string.IsNullOrEmpty(cursor)))
        {
            return context.Problem(
                StatusCodes.Status400BadRequest,
                new("ruang harus KAB[-LOKASI[-RUANG]] dan cursor dari jawaban sebelumnya.", "ruang must be KAB[-LOKASI[-RUANG]] and cursor from the answer before."));
        }

        var most = SliceLimit.Of(limit);
        var roomOf = (await lists.CurrentAsync(stop)).RoomOf;
        var tasks = await board.AfterAsync(
            place,
            entry => (jenis is null || entry.Task.Kind == jenis) && RoomsOf(entry, roomOf) is var of
                && of.Within(caller.Region) && of.Within(within),
            most + 1,
            stop);
        var slice = Slice<ReviewEntry>.Of(tasks, most, t => t.Task.Cursor);
        return new ListAnswer<TaskView>(new(await views.OfAsync(slice.Isi, roomOf, context.Language(), stop), slice.Berikutnya));
    }

    private static SheetRooms RoomsOf(ReviewEntry entry, Func<string, RoomId?> roomOf) => entry.Page is { } page
        ? SheetRooms.Of(page.Folder, page.NumberState, page.Number, roomOf)
        : new(entry.Finding!.Room, null);

    private static async Task<ListAnswer<CorrectionView>> ProposalsAsync(
        CorrectionStatus? status, long? lembar, long? cursor, int? limit, Caller caller, CorrectionList list, CancellationToken stop) =>
        new ListAnswer<CorrectionView>(await list.AfterAsync(caller.Region, status, lembar, cursor ?? 0, SliceLimit.Of(limit), stop));

    private static async Task<Results<Created<CorrectionView>, ProblemHttpResult>> ProposeAsync(
        Proposal proposal, HttpContext context, Caller caller, SheetShelf shelf, Corrections corrections, CancellationToken stop)
    {
        if (await shelf.FindAsync(proposal.Lembar, caller.Region, stop) is not { } sheet)
            return context.NothingThere(Asked.Sheet(proposal.Lembar));
        var (row, refused) = await corrections.ProposeAsync(sheet, proposal, caller, stop);
        if (row is null)
            return context.Problem(refused!);
        var reading = sheet.Page.Reading is { } stored ? Storage.ReadingJson.Read(stored) : null;
        return TypedResults.Created(
            string.Create(CultureInfo.InvariantCulture, $"/api/v1/review/proposals?lembar={row.PageId}"), CorrectionView.Of(row, null, reading));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DecideAsync(
        long id, Decision decision, HttpContext context, Caller caller, CorrectionList list, SheetShelf shelf, Corrections corrections,
        CancellationToken stop)
    {
        if (await list.FindAsync(id, stop) is not { } row || await shelf.FindAsync(row.PageId, caller.Region, stop) is not { } sheet)
            return context.NothingThere(Asked.Proposal(id));
        return await corrections.DecideAsync(sheet, row, decision, caller, stop) is { } refused
            ? context.Problem(refused)
            : TypedResults.NoContent();
    }

    private static async Task<Results<Ok<Agreement>, ProblemHttpResult>> ReadAgainAsync(
        long id, BlindReading read, HttpContext context, Caller caller, CorrectionList list, SheetShelf shelf, Corrections corrections,
        CancellationToken stop)
    {
        if (await list.FindAsync(id, stop) is not { } row || await shelf.FindAsync(row.PageId, caller.Region, stop) is not { } sheet)
            return context.NothingThere(Asked.Proposal(id));
        var (agree, refused) = await corrections.ReadAgainAsync(sheet, row, read, caller, stop);
        return refused is null ? TypedResults.Ok(new Agreement(agree)) : context.Problem(refused);
    }

    private static async Task<Results<Ok<EntryOutcome>, ProblemHttpResult>> EnterAsync(
        long id, SheetEntry entry, HttpContext context, Caller caller, SheetShelf shelf, ManualEntry entries, CancellationToken stop)
    {
        if (await shelf.FindAsync(id, caller.Region, stop) is not { } sheet)
            return context.NothingThere(Asked.Sheet(id));
        var (outcome, refused) = await entries.EnterAsync(sheet, entry, caller, stop);
        return refused is null ? TypedResults.Ok(outcome!) : context.Problem(refused);
    }

    /// <param name="Sama">Whether both read the same.</param>
    internal sealed record Agreement(bool Sama);
}
