using Omr.Service.Rosters;

namespace Omr.Service.Reconciliation.Counts;

/// <summary>The counts of a room as its supervisor reports them (berita acara); null where nothing was reported.</summary>
/// <param name="Room">The room.</param>
/// <param name="Registered">Terdaftar.</param>
/// <param name="Present">Hadir.</param>
/// <param name="Absent">Tidak hadir.</param>
/// <param name="Received">LJK diterima, utama dan cadangan.</param>
/// <param name="Collected">LJK terkumpul.</param>
/// <param name="SparesUsed">Cadangan terpakai.</param>
/// <param name="Damaged">LJK rusak.</param>
/// <param name="Unused">LJK sisa.</param>
/// <param name="Booklets">Naskah.</param>
internal sealed record RoomReport(
    RoomId Room,
    int? Registered,
    int? Present,
    int? Absent,
    int? Received,
    int? Collected,
    int? SparesUsed,
    int? Damaged,
    int? Unused,
    BookletCounts Booklets = default)
{
    /// <summary>A report in which nothing stands.</summary>
    public static RoomReport Empty(RoomId room) => new(room, null, null, null, null, null, null, null, null);
}
