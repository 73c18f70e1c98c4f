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
    /// <summary>LJK pada hitungan kedua, bersama Korlok, sebelum amplop dilem.</summary>
    public int? Recounted { get; init; }

    /// <summary>LJK cadangan diterima.</summary>
    public int? SparesReceived { get; init; }

    /// <summary>Nomor segel; empty while the envelope isn't sealed.</summary>
    public string Seal { get; init; } = "";

    /// <summary>What its supervisor says of counts that don't agree.</summary>
    public string Explanation { get; init; } = "";

    /// <summary>When it was entered, UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>A report in which nothing stands.</summary>
    public static RoomReport Empty(RoomId room) => new(room, null, null, null, null, null, null, null, null);
}
