using Microsoft.EntityFrameworkCore;
using Omr.Engine;
using Omr.Service.Access;
using Omr.Service.Hosting;
using Omr.Service.Reconciliation.Live;
using Omr.Service.Sheets;
using Omr.Service.Storage;

namespace Omr.Service.Review;

/// <summary>Corrections: one person proposes, another decides, and the reading itself stays as it is.</summary>
internal sealed class Corrections(Store store, FormChoice forms, ProvinceFeed feed, LiveProvince live, EventHub events, TimeProvider time)
{
    /// <summary>Proposes a correction of a page that the caller may see; tells its number or why it isn't taken.</summary>
    public async Task<(CorrectionRow? Row, Refused? Refused)> ProposeAsync(
        FoundSheet sheet, Proposal proposal, Caller caller, CancellationToken stop)
    {
        var wanted = proposal.Normal;
        var reading = sheet.Page.Reading is { } stored ? ReadingJson.Read(stored) : null;
        if (CorrectionRules.Judge(sheet.Page, reading, forms.Forms, wanted) is { } wrong)
            return (null, new(StatusCodes.Status422UnprocessableEntity, wrong));
        var (row, refused) = await store.WriteAsync(
            async db =>
            {
                if (await CorrectionBook.HoldsKeysAsync(db, await OwnAccounts.OfAsync(db, caller, stop), stop))
                    return (null, CorrectionBook.KeyHolder);
                var known = (await CorrectionBook.OfAsync(db, wanted.Lembar, stop))
                    .FindAll(c => c.Row.Field == wanted.Isian && c.Row.Item == wanted.Butir);
                if (known.Find(c => c.IsOpen) is { } open)
                    return (null, Waiting(open.Row));
                var old = known.FindLast(c => c.Holds)?.Row.New ?? Read(sheet.Page, reading, wanted);
                if (old == wanted.Baru && known.Exists(c => c.Holds))
                    return (null, Nothing);
                var added = new CorrectionRow
                {
                    PageId = wanted.Lembar, Field = wanted.Isian, Item = wanted.Butir, Old = old, New = wanted.Baru,
                    Reason = wanted.Alasan, By = caller.Name, At = time.GetUtcNow().UtcDateTime,
                };
                await CorrectionBook.ProposeAsync(db, time, caller, [added], stop);
                return ((CorrectionRow?)added, (Refused?)null);
            },
            stop);
        if (row is not null)
            events.Publish(new("correction.proposed", sheet.Rooms.Room, FormattableString.Invariant($"{row.Id}")));
        return (row, refused);
    }

    /// <summary>Decides a proposal on a page that the caller may see; null when it is decided.</summary>
    public async Task<Refused?> DecideAsync(
        FoundSheet sheet, CorrectionRow row, Decision decision, Caller caller, CancellationToken stop)
    {
        var note = (decision.Catatan ?? "").Trim();
        if (!decision.Terima && note.Length == 0)
            return new(StatusCodes.Status422UnprocessableEntity, new("Penolakan perlu catatan.", "Say why it is turned down (catatan)."));
        var reading = sheet.Page.Reading is { } stored ? ReadingJson.Read(stored) : null;
        if (decision.Terima && caller.Role != Role.Ketua && CorrectionRules.NeedsChair(reading, row.Field))
            return ForChair;
        await feed.CatchUpAsync(stop); // so that the cover it lies under is known
        var refused = await store.WriteAsync(
            async db =>
            {
                var own = await OwnAccounts.OfAsync(db, caller, stop);
                if (await CorrectionBook.HoldsKeysAsync(db, own, stop))
                    return CorrectionBook.KeyHolder;
                var scanners = await ScanLog.OfAsync(db, sheet, live.CoverOf(row.PageId), stop);
                if (TwoPersonRule.Judge(own, row.By, scanners) is { } rule)
                    return new Refused(StatusCodes.Status403Forbidden, rule);
                if (await db.CorrectionDecisions.AnyAsync(d => d.CorrectionId == row.Id, stop))
                    return new Refused(StatusCodes.Status409Conflict, new("Usulan ini sudah diputus.", "This proposal was decided already."));
                await CorrectionBook.DecideAsync(db, time, caller, row, decision.Terima, note, stop);
                return null;
            },
            stop);
        if (refused is not null)
            return refused;
        events.Publish(new(
            decision.Terima ? "correction.confirmed" : "correction.rejected", sheet.Rooms.Room, FormattableString.Invariant($"{row.Id}")));
        return null;
    }

    /// <summary>
    /// Lets a second person read the same place blindly: the same value confirms the proposal, another one turns it down with what was
    /// read, and the place goes back to the queue. Null with whether they agree, or why it isn't taken.
    /// </summary>
    public async Task<(bool Agree, Refused? Refused)> ReadAgainAsync(
        FoundSheet sheet, CorrectionRow row, BlindReading read, Caller caller, CancellationToken stop)
    {
        var value = new Proposal(row.PageId, row.Field, row.Item, read.Baru, "").Normal.Baru;
        var isSame = value == row.New;
        return (isSame, await DecideAsync(sheet, row, new(isSame, CorrectionBook.NoteOf(isSame, value)), caller, stop));
    }

    private static Refused ForChair { get; } = new(StatusCodes.Status403Forbidden, new(
        "Nomor lembar ini terbaca pasti; hanya Ketua yang boleh menyetujui pemindahannya. Menolak boleh.",
        "This sheet's number was read with certainty; only the Ketua may accept that it is moved. You may turn it down."));

    private static Refused Nothing { get; } =
        new(StatusCodes.Status409Conflict, new("Nilai itu sudah berlaku.", "That is what holds already."));

    private static Refused Waiting(CorrectionRow open) => new(
        StatusCodes.Status409Conflict,
        new($"Usulan {open.Id} untuk butir ini masih menunggu keputusan.", $"Proposal {open.Id} of this item still waits for a decision."));

    private static string Read(PageRow page, SheetReading? reading, Proposal proposal) => proposal.Isian switch
    {
        CorrectionField.Answers => reading?.Items
            .Where(i => i.Field == CorrectionField.Answers && i.Item == proposal.Butir)
            .Select(i => i.Status == ReadStatus.Doubtful ? "?" + i.Value : i.Value).FirstOrDefault() ?? "",
        CorrectionField.Subject => page.Subject,
        CorrectionField.Package => page.Package,
        CorrectionField.Identity => page.Number,
        _ => page.Refused,
    };
}
