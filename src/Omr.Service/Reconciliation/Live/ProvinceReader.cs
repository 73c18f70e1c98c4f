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
                Arrival = arrival.Id,
                arrival.Name,
                arrival.Room,
                Row = new PageRow
                {
                    Id = page.Id, FileId = page.FileId, Page = page.Page, At = page.At, Engine = page.Engine, Refused = page.Refused,
                    Evidence = page.Evidence, Paper = page.Paper, Form = page.Form, Picture = page.Picture,
                    NumberState = page.NumberState, Number = page.Number, Spare = page.Spare, Subject = page.Subject,
                    Package = page.Package, Birth = page.Birth, Answers = page.Answers, IsUntouched = page.IsUntouched,
                    Turn = page.Turn, IsBlackAndWhite = page.IsBlackAndWhite,
                },
            }).ToListAsync(stop);
        return [.. rows.Select(r => PageOf(r.Arrival, r.Name, r.Room, r.Row))];
    }

    /// <summary>The confirmed corrections by page, in the order of their confirmation.</summary>
    public static async Task<ILookup<long, PageCorrection>> CorrectionsAsync(OmrDatabase db, CancellationToken stop)
    {
        var rows = await (
            from decision in db.CorrectionDecisions
            where decision.IsAccepted
            join correction in db.Corrections on decision.CorrectionId equals correction.Id
            orderby decision.Id
            select correction).ToListAsync(stop);
        return rows.ToLookup(c => c.PageId, c => new PageCorrection(c.Field, c.Item, c.New));
    }

    /// <summary>The roster as it stands.</summary>
    public static async Task<Roster> RosterAsync(OmrDatabase db, CancellationToken stop)
    {
        var latest = db.Participants.GroupBy(p => p.Number).Select(g => g.Max(p => p.Id));
        var rows = await db.Participants.Where(p => latest.Contains(p.Id) && !p.IsRemoved).ToListAsync(stop);
        return new(rows.Select(p => new Participant(
            p.Number, p.Name, p.BirthDate, new(p.Kab, p.Lokasi, p.Ruang), p.Seat, p.Subject, p.Package, 0)));
    }

    /// <summary>The attendance list as far as it was entered.</summary>
    public static async Task<Dictionary<string, AttendanceEntry>> AttendanceAsync(OmrDatabase db, CancellationToken stop)
    {
        var latest = db.Attendance.GroupBy(a => a.Number).Select(g => g.Max(a => a.Id));
        var rows = await db.Attendance.Where(a => latest.Contains(a.Id)).ToListAsync(stop);
        return rows.ToDictionary(
            a => a.Number, a => new AttendanceEntry(a.IsPresent, Enum.Parse<Incident>(a.Incident)), StringComparer.Ordinal);
    }

    /// <summary>The rooms' minutes, the latest of each.</summary>
    public static async Task<IReadOnlyList<RoomReport>> ReportsAsync(OmrDatabase db, CancellationToken stop) =>
    [
        .. (await db.RoomReports.OrderBy(r => r.Id).ToListAsync(stop)).Select(ReportOf)
            .GroupBy(r => r.Room).Select(g => g.Last()),
    ];

    /// <summary>What people did about findings.</summary>
    public static async Task<IReadOnlyList<FindingAct>> ActsAsync(OmrDatabase db, CancellationToken stop) =>
        [.. (await db.FindingActs.OrderBy(a => a.Id).ToListAsync(stop)).Select(ActOf)];

    /// <summary>A room's minutes from their row.</summary>
    public static RoomReport ReportOf(RoomReportRow r) => new(
        new(r.Kab, r.Lokasi, r.Ruang), r.Registered, r.Present, r.Absent, r.SheetsReceived, r.SheetsCollected, r.SparesUsed,
        r.Damaged, r.Unused);

    private static FindingAct ActOf(FindingActRow row) => new(
        new(row.Code, row.Room, row.Number, row.Subject),
        row.Act switch { "answer" => FindingActKind.Answer, "propose" => FindingActKind.Propose, _ => FindingActKind.Close },
        row.Text, row.By, row.At);

    private static ArrivedPage PageOf(long arrival, string name, string folder, PageRow row)
    {
        var id = new PageId(name, row.Page, row.Id);
        var room = ArrivedPage.RoomOf(folder);
        var sheet = row.Refused.Length > 0 ? null : new Sheet(
            id, room, row.Paper, row.Picture, new(Enum.Parse<NumberState>(row.NumberState), row.Number, row.Spare),
            new(row.Subject), new(row.Package), new(row.Birth), AnswerText.Parse(row.Answers), row.IsUntouched, row.Turn,
            row.IsBlackAndWhite);
        var refusal = sheet is null ? new Refusal(row.Page, Enum.Parse<RefusalReason>(row.Refused), row.Evidence) : null;
        return new(new(arrival, row.Page), new(id, room, sheet, refusal), ArrivedPage.CoverOf(row.Paper));
    }
}
