using Microsoft.EntityFrameworkCore;
using Omr.Service.Access;
using Omr.Service.Hosting;
using Omr.Service.Reconciliation.Live;
using Omr.Service.Rosters;
using Omr.Service.Sheets;
using Omr.Service.Storage;

namespace Omr.Service.Review;

/// <summary>
/// Manual entry of a page that could not be read (DOMAIN.md D16, D17): one person keys in the whole sheet from its picture, another
/// does it again without knowing what the first one keyed in. What is the same holds; what differs is nobody's again, until somebody
/// keys it in anew and another agrees. To the rows these are proposals and decisions like any other.
/// </summary>
internal sealed class ManualEntry(Store store, FormChoice forms, ProvinceFeed feed, LiveProvince live, EventHub events, TimeProvider time)
{
    /// <summary>What the caller may do on a page that they may see.</summary>
    public async Task<EntryPlace> LookAsync(FoundSheet sheet, Caller caller, CancellationToken stop)
    {
        await feed.CatchUpAsync(stop);
        var (standing, refused) = await store.ReadAsync(db => LookAsync(db, sheet, caller, stop), stop);
        return new(
            refused is null ? [.. standing.Free.Concat(standing.Others.Keys).OrderBy(f => f.Butir)] : [],
            refused is null ? standing.Differing : [],
            !standing.Others.IsEmpty, standing.Free.Length > 0, standing.Items, standing.All, standing.Settled,
            standing.IsDue || sheet.Page.Reading is not null || standing.Fate.Length > 0 ? refused?.Why : null);
    }

    /// <summary>Takes an entry whole; or why it isn't taken, and then nothing of it is.</summary>
    public async Task<(EntryOutcome? Outcome, Refused? Refused)> EnterAsync(FoundSheet sheet, SheetEntry entry, Caller caller, CancellationToken stop)
    {
        await feed.CatchUpAsync(stop); // so that the cover it lies under is known
        var (proposed, decided, outcome, refused) = await store.WriteAsync<(List<CorrectionRow>, List<(CorrectionRow Row, bool IsSame)>, EntryOutcome?, Refused?)>(
            async db =>
            {
                var (standing, no) = await LookAsync(db, sheet, caller, stop);
                if (no is null && EntryRules.Flaws(sheet.Page, standing, entry, forms.Forms).ToList() is { Count: > 0 } flaws)
                    no = new(StatusCodes.Status422UnprocessableEntity, new("Entri belum lengkap atau keliru; tidak ada yang disimpan.", "The entry is incomplete or wrong; nothing of it was kept."), flaws);
                if (no is not null)
                    return ([], [], null, no);
                var added = standing.Free.Select(f => RowOf(entry.Of(sheet.Page.Id, f, (entry.Alasan ?? "").Trim())!, caller)).ToList();
                await CorrectionBook.ProposeAsync(db, time, caller, added, stop);
                var read = standing.Others.OrderBy(o => o.Value.Id)
                    .Select(o => (Field: o.Key, Row: o.Value, Value: entry.Of(sheet.Page.Id, o.Key, "")!.Baru)).ToList();
                foreach (var (_, row, value) in read)
                    await CorrectionBook.DecideAsync(db, time, caller, row, value == row.New, CorrectionBook.NoteOf(value == row.New, value), stop);
                var differing = read.Where(r => r.Value != r.Row.New).Select(r => r.Field).ToList();
                return (
                    added, read.ConvertAll(r => (r.Row, r.Value == r.Row.New)),
                    new(added.Count, read.Count - differing.Count, differing), null);
            },
            stop);
        Tell("correction.proposed", proposed.FirstOrDefault());
        Tell("correction.confirmed", decided.FirstOrDefault(d => d.IsSame).Row);
        Tell("correction.rejected", decided.FirstOrDefault(d => !d.IsSame).Row);
        return (outcome, refused);

        // Once for the sheet: who listens looks at all of it anew.
        void Tell(string kind, CorrectionRow? row)
        {
            if (row is not null)
                events.Publish(new(kind, sheet.Rooms.Room, FormattableString.Invariant($"{row.Id}")));
        }
    }

    /// <summary>The pages within the caller's region on which somebody else's entry waits for a second one, the oldest first.</summary>
    public async Task<IReadOnlyList<(long Page, RoomId? Room)>> WaitingAsync(Caller caller, CancellationToken stop)
    {
        var found = await store.ReadAsync(
            async db =>
            {
                var own = await OwnAccounts.OfAsync(db, caller, stop);
                var open = await db.Corrections
                    .Where(c => c.Field != CorrectionField.Page && !db.CorrectionDecisions.Any(d => d.CorrectionId == c.Id))
                    .Join(db.Pages.Where(p => p.Refused != ""), c => c.PageId, p => p.Id, (c, p) => new { p.Id, p.FileId, c.By })
                    .Distinct().ToListAsync(stop);
                var files = open.ConvertAll(o => o.FileId);
                var folders = await db.Arrivals.Where(a => files.Contains(a.FileId)).OrderBy(a => a.Id).Select(a => new { a.FileId, a.Room }).ToListAsync(stop);
                return open.FindAll(o => !own.Contains(o.By)).DistinctBy(o => o.Id).OrderBy(o => o.Id)
                    .Select(o => (o.Id, Rooms: new SheetRooms(RoomId.Parse(folders.Find(f => f.FileId == o.FileId)?.Room ?? ""), null))).ToList();
            },
            stop);
        return [.. found.Where(f => f.Rooms.Within(caller.Region)).Select(f => (f.Id, f.Rooms.Room))];
    }

    private async Task<(EntryStanding Standing, Refused? Refused)> LookAsync(OmrDatabase db, FoundSheet sheet, Caller caller, CancellationToken stop)
    {
        var own = await OwnAccounts.OfAsync(db, caller, stop);
        var standing = EntryStanding.Of(await CorrectionBook.OfAsync(db, sheet.Page.Id, stop), ItemsOf(sheet), own);
        return (standing, EntryRules.Judge(
            sheet.Page, standing, caller, await CorrectionBook.HoldsKeysAsync(db, own, stop), own,
            await ScanLog.OfAsync(db, sheet, live.CoverOf(sheet.Page.Id), stop)));
    }

    // By the keys of the subjects that its room sits for; all that the form has while these aren't sealed.
    private int ItemsOf(FoundSheet sheet)
    {
        var most = CorrectionRules.FormOf(sheet.Page, forms.Forms).Field(CorrectionField.Answers)?.Items ?? 0;
        var state = live.Current;
        return (sheet.Rooms.Room ?? live.CoverOf(sheet.Page.Id)) is { } room && state.Rooms.TryGetValue(room, out var found)
            ? Math.Min(most, LastItem.Of(state.Exam, [.. found.Judgement.Envelope.Seats.Select(s => s.Participant.Subject).Distinct()]) ?? most)
            : most;
    }

    // Nothing was read of such a page, so nothing held before.
    private CorrectionRow RowOf(Proposal proposal, Caller caller) => new()
    {
        PageId = proposal.Lembar, Field = proposal.Isian, Item = proposal.Butir, Old = "", New = proposal.Baru, Reason = proposal.Alasan,
        By = caller.Name, At = time.GetUtcNow().UtcDateTime,
    };
}
