using Microsoft.AspNetCore.Http.HttpResults;
using Omr.Service.Access;
using Omr.Service.Rosters;

namespace Omr.Service.Api;

/// <summary><c>POST /roster</c> and <c>POST /attendance</c>: lists come in as differences.</summary>
internal static class ImportEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/roster", RosterAsync)
            .For(Act.ImportRoster)
            .WithMetadata(UploadedList.Size)
            .WithSummary("Import the roster (CSV or XLSX)")
            .WithDescription(
                "dryRun=true tells what would change; what overwrites or removes (replace=true) needs confirm=, as the dry run gave it.");
        api.MapPost("/attendance", AttendanceAsync)
            .For(Act.EnterAttendance)
            .WithMetadata(UploadedList.Size)
            .WithSummary("Import an attendance list (CSV or XLSX), of a room or of many")
            .WithDescription("dryRun=true tells what would change; what overwrites needs confirm=, as the dry run gave it.");
    }

    private static async Task<Results<Ok<ImportAnswer<ParticipantMessage>>, ProblemHttpResult>> RosterAsync(
        UploadedList peserta, HttpContext context, Caller caller, ListImport import, CancellationToken stop,
        bool dryRun = false, bool replace = false, string confirm = "")
    {
        if (peserta.File is not { } file)
            return peserta.Problem!;
        var outcome = await import.RosterAsync(file, caller, new(dryRun, replace, confirm), stop);
        return Answer(context, file, outcome, ParticipantMessage.Of, c => ChangedRow.Of(c.New.Number, c.New, c.Fields));
    }

    private static async Task<Results<Ok<ImportAnswer<AttendanceMessage>>, ProblemHttpResult>> AttendanceAsync(
        UploadedList hadir, HttpContext context, Caller caller, ListImport import, ListStore lists, CancellationToken stop, bool dryRun = false, string confirm = "")
    {
        if (hadir.File is not { } file)
            return hadir.Problem!;
        var outcome = await import.AttendanceAsync(file, caller, new(dryRun, Replace: false, confirm), stop);
        var roster = (await lists.CurrentAsync(stop)).Roster;
        return Answer(
            context, file, outcome, m => AttendanceMessage.Of(m, roster.Find(m.Number)), c => ChangedRow.Of(c.New.Number, roster.Find(c.New.Number), c.Fields));
    }

    private static Results<Ok<ImportAnswer<TRow>>, ProblemHttpResult> Answer<T, TRow>(
        HttpContext context, ListFile file, ImportOutcome<T> outcome, Func<T, TRow> show, Func<ListChange<T>, ChangedRow> showChange)
    {
        var wrong = WrongRow.FirstOf(outcome.Errors, context);
        if (outcome.State == ImportState.Wrong || outcome.Diff is not { } diff)
        {
            return context.Problem(
                StatusCodes.Status422UnprocessableEntity,
                new(
                    $"{file.Name}: {outcome.Errors.Length} kesalahan; perbaiki lalu kirim lagi. Tidak ada yang disimpan.",
                    $"{file.Name}: {outcome.Errors.Length} errors; correct them and send it again. Nothing was stored."),
                wrong);
        }

        var counts = ImportCounts.Of(diff, outcome.Errors.Length);
        if (outcome.State == ImportState.Unconfirmed)
        {
            var unconfirmed = context.Problem(
                StatusCodes.Status409Conflict,
                new(
                    $"{file.Name}: {counts.Berubah} baris akan berubah, {counts.Dihapus} dihapus, {counts.Baru} baru. Kirim dengan "
                        + "dryRun=true, periksa, lalu kirim lagi dengan confirm dari jawabannya. Tidak ada yang disimpan.",
                    $"{file.Name}: {counts.Berubah} rows would change, {counts.Dihapus} go, {counts.Baru} are new. Send it with "
                        + "dryRun=true, check, then send it again with the confirm of that answer. Nothing was stored."));
            unconfirmed.ProblemDetails.Extensions["jumlah"] = counts;
            return unconfirmed;
        }

        const int Shown = ImportAnswer<TRow>.Shown;
        return TypedResults.Ok(new ImportAnswer<TRow>(
            file.Name,
            outcome.State == ImportState.Applied,
            outcome.State == ImportState.Applied || counts.Salah > 0 ? null : outcome.Digest,
            counts,
            [.. diff.Added.Take(Shown).Select(show)],
            [.. diff.Changed.Take(Shown).Select(showChange)],
            [.. diff.Removed.Take(Shown).Select(show)],
            wrong));
    }
}
