namespace Omr.Service.Storage;

/// <summary>The counts of a room as its supervisor reports them (berita acara); insert-only, the highest Id of a room holds. Null where nothing was reported.</summary>
internal sealed class RoomReportRow
{
    public long Id { get; init; }

    public required string Kab { get; init; }

    public required string Lokasi { get; init; }

    public required string Ruang { get; init; }

    public required string By { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Terdaftar (seharusnya).</summary>
    public required int? Registered { get; init; }

    /// <summary>Hadir.</summary>
    public required int? Present { get; init; }

    /// <summary>Tidak hadir.</summary>
    public required int? Absent { get; init; }

    /// <summary>LJK diterima, utama dan cadangan.</summary>
    public required int? SheetsReceived { get; init; }

    /// <summary>LJK terkumpul.</summary>
    public required int? SheetsCollected { get; init; }

    /// <summary>Cadangan terpakai.</summary>
    public required int? SparesUsed { get; init; }

    /// <summary>LJK rusak.</summary>
    public required int? Damaged { get; init; }

    /// <summary>LJK sisa.</summary>
    public required int? Unused { get; init; }

    /// <summary>LJK pada hitungan kedua, bersama Korlok.</summary>
    public int? Recounted { get; init; }

    /// <summary>LJK cadangan diterima.</summary>
    public int? SparesReceived { get; init; }

    /// <summary>Naskah diterima.</summary>
    public int? BookletsReceived { get; init; }

    /// <summary>Naskah terpakai.</summary>
    public int? BookletsUsed { get; init; }

    /// <summary>Naskah rusak.</summary>
    public int? BookletsDamaged { get; init; }

    /// <summary>Naskah sisa.</summary>
    public int? BookletsUnused { get; init; }

    /// <summary>Naskah dimusnahkan.</summary>
    public int? BookletsDestroyed { get; init; }

    /// <summary>Nomor segel.</summary>
    public required string Seal { get; init; }

    /// <summary>Penjelasan selisih; empty where nothing is explained.</summary>
    public string Explanation { get; init; } = "";

    /// <summary>Catatan.</summary>
    public required string Note { get; init; }
}
