using Omr.Service.Storage;

namespace Omr.Service.Rosters;

/// <summary>The hash of what an import brought, in the order in which it was stored; the audit log keeps it.</summary>
internal static class ImportDigest
{
    /// <summary>Of a roster's rows.</summary>
    public static string Of(IEnumerable<ParticipantRow> rows) => RowDigest.Of(rows.Select(r => new object?[]
    {
        r.Number, r.Name, r.BirthDate.DayNumber, r.Kab, r.Lokasi, r.Ruang, r.Seat, r.Subject, r.Package, r.IsRemoved,
    }));

    /// <summary>Of an attendance list's rows.</summary>
    public static string Of(IEnumerable<AttendanceRow> rows) =>
        RowDigest.Of(rows.Select(r => new object?[] { r.Number, r.IsPresent, r.Incident }));
}
