using Microsoft.EntityFrameworkCore;
using Omr.Service.Api;
using Omr.Service.Storage;

namespace Omr.Service.Audit.Facts;

/// <summary>What people say of rooms: their supervisors' reports, and who scanned their batches.</summary>
internal static class RoomFacts
{
    /// <summary>What differs.</summary>
    public static async Task<IEnumerable<AuditFinding>> CompareAsync(OmrDatabase db, ILookup<string, AuditRow> log, CancellationToken stop)
    {
        var reports = await db.RoomReports.OrderBy(r => r.Id).ToListAsync(stop);
        var scans = await db.BatchScans.OrderBy(s => s.Id).ToListAsync(stop);
        return
        [
            .. Fact.Compare(
                reports.Select(r => new Fact(null, Report($"{r.Kab}-{r.Lokasi}-{r.Ruang}"), r.At, [r.By, RoomReportMessage.Of(r).ToString()])),
                log["room.report"].Select(e => new Fact(e.Id, Report(e.Subject), e.At, [e.Who, e.After]))),
            .. Fact.Compare(
                scans.Select(s => new Fact(null, Scan(s.Room), s.At, [s.Operator])),
                log["batch.scan"].Select(e => new Fact(e.Id, Scan(e.Subject), e.At, [e.Who]))),
        ];
    }

    private static Wording Report(string room) => new($"laporan ruang {room}", $"the report of room {room}");

    private static Wording Scan(string room) => new($"pemindai batch {room}", $"who scanned batch {room}");
}
