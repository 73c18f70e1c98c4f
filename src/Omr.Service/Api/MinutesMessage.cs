using Omr.Service.Reconciliation.Counts;

namespace Omr.Service.Api;

/// <summary>The counts in a room's minutes (berita acara); null where nothing was reported.</summary>
internal record MinutesMessage
{
    /// <summary>Nothing reported.</summary>
    public MinutesMessage()
    {
    }

    /// <summary>The counts as they are known.</summary>
    public MinutesMessage(RoomReport report)
    {
        (Terdaftar, Hadir, TidakHadir) = (report.Registered, report.Present, report.Absent);
        (LjkDiterima, LjkTerkumpul, CadanganTerpakai) = (report.Received, report.Collected, report.SparesUsed);
        (Rusak, Sisa) = (report.Damaged, report.Unused);
        (HitunganKedua, CadanganDiterima) = (report.Recounted, report.SparesReceived);
        (NaskahDiterima, NaskahTerpakai, NaskahRusak, NaskahSisa, NaskahDimusnahkan) = report.Booklets;
    }

    /// <summary>Registered.</summary>
    public int? Terdaftar { get; init; }

    /// <summary>Present.</summary>
    public int? Hadir { get; init; }

    /// <summary>Absent.</summary>
    public int? TidakHadir { get; init; }

    /// <summary>Sheets received, spares among them.</summary>
    public int? LjkDiterima { get; init; }

    /// <summary>Sheets collected.</summary>
    public int? LjkTerkumpul { get; init; }

    /// <summary>Spares used.</summary>
    public int? CadanganTerpakai { get; init; }

    /// <summary>Sheets damaged.</summary>
    public int? Rusak { get; init; }

    /// <summary>Sheets left over.</summary>
    public int? Sisa { get; init; }

    /// <summary>Sheets of the second count, together with the location's coordinator.</summary>
    public int? HitunganKedua { get; init; }

    /// <summary>Spares received.</summary>
    public int? CadanganDiterima { get; init; }

    /// <summary>Question booklets received.</summary>
    public int? NaskahDiterima { get; init; }

    /// <summary>Used.</summary>
    public int? NaskahTerpakai { get; init; }

    /// <summary>Damaged.</summary>
    public int? NaskahRusak { get; init; }

    /// <summary>Left over.</summary>
    public int? NaskahSisa { get; init; }

    /// <summary>Destroyed in the room; nothing where they were handed to the Korlok.</summary>
    public int? NaskahDimusnahkan { get; init; }
}
