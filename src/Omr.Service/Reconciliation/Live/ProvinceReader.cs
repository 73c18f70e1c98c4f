using System.Collections.Immutable;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Omr.Engine;
using Omr.Service.Reconciliation.Closing;
using Omr.Service.Reconciliation.Counts;
using Omr.Service.Rosters;
using Omr.Service.Storage;

namespace Omr.Service.Reconciliation.Live;

/// <summary>Reads from the database what the live reconciliation is made of.</summary>
internal static class ProvinceReader
{
    /// <summary>Those pages, without opening a single reading.</summary>
    public static async Task<IReadOnlyList<ArrivedPage>> PagesAsync(
        OmrDatabase db, Expression<Func<PageRow, bool>> which, CancellationToken stop)
    {
        // The first arrival of a file brought the work; it tells where the paper lay, and when it came.
        var rows = await (
            from page in db.Pages.Where(which)
            join arrival in db.Arrivals.Where(a => !a.IsDuplicate) on page.FileId equals arrival.FileId
            select new
            {
                Arrival = arrival,
                Row = new PageRow
                {
                    Id = page.Id, FileId = page.FileId, Page = page.Page, At = page.At, Engine = page.Engine, Refused = page.Refused,
                    Evidence = page.Evidence, Paper = page.Paper, Form = page.Form, Picture = page.Picture,
                    NumberState = page.NumberState, Number = page.Number, Spare = page.Spare, Subject = page.Subject,
                    Package = page.Package, Birth = page.Birth, Name = page.Name, Answers = page.Answers, IsUntouched = page.IsUntouched,
                    Turn = page.Turn, IsBlackAndWhite = page.IsBlackAndWhite,
                },
            }).ToListAsync(stop);
        return [.. rows.Select(r => PageOf(r.Arrival, r.Row))];
    }

    /// <summary>
    /// All confirmed corrections of each page of which one was confirmed after that decision, in the order of their confirmation.
    /// </summary>
    /// <param name="db">The database.</param>
    /// <param name="after">That decision.</param>
    /// <param name="stop">Gives up.</param>
    /// <param name="upTo">The last decision that is heeded.</param>
    public static async Task<ILookup<long, PageCorrection>> CorrectionsAsync(
        OmrDatabase db, long after, CancellationToken stop, long upTo = long.MaxValue)
    {
        var confirmed =
            from decision in db.CorrectionDecisions
            where decision.IsAccepted && decision.Id <= upTo
            join correction in db.Corrections on decision.CorrectionId equals correction.Id
            select new { Decision = decision.Id, Row = correction };
        var pages = confirmed.Where(c => c.Decision > after).Select(c => c.Row.PageId);
        var rows = await confirmed.Where(c => pages.Contains(c.Row.PageId)).OrderBy(c => c.Decision).ToListAsync(stop);
        return rows.ToLookup(c => c.Row.PageId, c => new PageCorrection(c.Row.Field, c.Row.Item, c.Row.New));
    }

    /// <summary>The rooms' minutes that came after that row, the latest of each.</summary>
    public static async Task<IReadOnlyList<RoomReport>> ReportsAsync(OmrDatabase db, long after, CancellationToken stop) =>
    [
        .. (await db.RoomReports.Where(r => r.Id > after).OrderBy(r => r.Id).ToListAsync(stop)).Select(ReportOf)
            .GroupBy(r => r.Room).Select(g => g.Last()),
    ];

    /// <summary>The row of a room's minutes that holds; null while there is none.</summary>
    public static Task<RoomReportRow?> LatestReportAsync(OmrDatabase db, RoomId room, CancellationToken stop) => db.RoomReports
        .Where(r => r.Kab == room.Kab && r.Lokasi == room.Lokasi && r.Ruang == room.Ruang)
        .OrderByDescending(r => r.Id).FirstOrDefaultAsync(stop);

    /// <summary>What people did about findings.</summary>
    public static async Task<IReadOnlyList<FindingAct>> ActsAsync(OmrDatabase db, CancellationToken stop) =>
        [.. (await db.FindingActs.OrderBy(a => a.Id).ToListAsync(stop)).Select(ActOf)];

    /// <summary>A room's minutes from their row.</summary>
    public static RoomReport ReportOf(RoomReportRow r) => new(
        new(r.Kab, r.Lokasi, r.Ruang), r.Registered, r.Present, r.Absent, r.SheetsReceived, r.SheetsCollected, r.SparesUsed,
        r.Damaged, r.Unused,
        new(r.BookletsReceived, r.BookletsUsed, r.BookletsDamaged, r.BookletsUnused, r.BookletsDestroyed))
    {
        Recounted = r.Recounted, SparesReceived = r.SparesReceived, Seal = r.Seal, Explanation = r.Explanation, At = r.At,
    };

    private static FindingAct ActOf(FindingActRow row) => new(
        new(row.Code, row.Room, row.Number, row.Subject),
        row.Act switch { "answer" => FindingActKind.Answer, "propose" => FindingActKind.Propose, _ => FindingActKind.Close },
        row.Text, row.By, row.At);

    private static ArrivedPage PageOf(ArrivalRow arrival, PageRow row)
    {
        var id = new PageId(arrival.Name, row.Page, row.Id);
        var room = RoomId.Parse(arrival.Room);
        var sheet = row.Refused.Length > 0 ? null : new Sheet(
            id, room, row.Paper, row.Picture, new(Enum.Parse<NumberState>(row.NumberState), row.Number, row.Spare),
            new(row.Subject), new(row.Package), new(row.Birth), new(row.Name), AnswerText.Parse(row.Answers), row.IsUntouched, row.Turn,
            row.IsBlackAndWhite);
        var refusal = sheet is null ? new Refusal(row.Page, Enum.Parse<RefusalReason>(row.Refused), row.Evidence) : null;
        return new(new(arrival.Id, row.Page), new(id, room, sheet, refusal), ArrivedPage.CoverOf(row.Paper))
        {
            Origin = arrival.Origin,
            Outgrows = arrival.PredecessorId is { } before ? new(before, row.Page) : null,
        };
    }
}
