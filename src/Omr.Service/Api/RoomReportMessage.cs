using Omr.Service.Storage;

namespace Omr.Service.Api;

/// <summary>What a supervisor reports of a room; null where nothing was reported.</summary>
/// <param name="Terdaftar">Registered.</param>
/// <param name="Hadir">Present.</param>
/// <param name="TidakHadir">Absent.</param>
/// <param name="LjkDiterima">Sheets received, spares among them.</param>
/// <param name="LjkTerkumpul">Sheets collected.</param>
/// <param name="CadanganTerpakai">Spares used.</param>
/// <param name="Rusak">Sheets damaged.</param>
/// <param name="Sisa">Sheets left over.</param>
/// <param name="NaskahDiterima">Question booklets received.</param>
/// <param name="NaskahTerpakai">Used.</param>
/// <param name="NaskahRusak">Damaged.</param>
/// <param name="NaskahSisa">Left over.</param>
/// <param name="NaskahDimusnahkan">Destroyed in the room; nothing where they were handed to the Korlok.</param>
/// <param name="Segel">Number of the seal.</param>
/// <param name="Catatan">Remarks.</param>
internal sealed record RoomReportMessage(
    int? Terdaftar,
    int? Hadir,
    int? TidakHadir,
    int? LjkDiterima,
    int? LjkTerkumpul,
    int? CadanganTerpakai,
    int? Rusak,
    int? Sisa,
    int? NaskahDiterima,
    int? NaskahTerpakai,
    int? NaskahRusak,
    int? NaskahSisa,
    int? NaskahDimusnahkan,
    string? Segel,
    string? Catatan)
{
    private const int MostSheets = 999;
    private const int LongestSeal = 100;
    private const int LongestNote = 2000;

    /// <summary>Who entered it; told, never taken.</summary>
    public string? Oleh { get; init; }

    /// <summary>When, UTC; told, never taken.</summary>
    public DateTime? Pada { get; init; }

    /// <summary>The report as it is stored.</summary>
    public static RoomReportMessage Of(RoomReportRow row) =>
        new(
            row.Registered, row.Present, row.Absent, row.SheetsReceived, row.SheetsCollected, row.SparesUsed, row.Damaged,
            row.Unused, row.BookletsReceived, row.BookletsUsed, row.BookletsDamaged, row.BookletsUnused, row.BookletsDestroyed,
            row.Seal, row.Note)
        {
            Oleh = row.By,
            Pada = row.At,
        };

    /// <summary>What is wrong with it, or null. Counts that contradict each other are a finding, not an error.</summary>
    public Wording? Problem()
    {
        (string Name, int? Count)[] counts =
        [
            ("terdaftar", Terdaftar), ("hadir", Hadir), ("tidakHadir", TidakHadir), ("ljkDiterima", LjkDiterima),
            ("ljkTerkumpul", LjkTerkumpul), ("cadanganTerpakai", CadanganTerpakai), ("rusak", Rusak), ("sisa", Sisa),
            ("naskahDiterima", NaskahDiterima), ("naskahTerpakai", NaskahTerpakai), ("naskahRusak", NaskahRusak),
            ("naskahSisa", NaskahSisa), ("naskahDimusnahkan", NaskahDimusnahkan),
        ];
        foreach (var (name, count) in counts)
        {
            if (count is < 0 or > MostSheets)
                return new($"{name} {count} di luar 0 sampai {MostSheets}.", $"{name} {count} isn't within 0 and {MostSheets}.");
        }

        return Segel?.Length > LongestSeal ? TooLong("segel", LongestSeal)
            : Catatan?.Length > LongestNote ? TooLong("catatan", LongestNote)
            : null;
    }

    /// <summary>The report in one line, for the audit log.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"terdaftar {Terdaftar}, hadir {Hadir}, tidakHadir {TidakHadir}, ljkDiterima {LjkDiterima}, ljkTerkumpul {LjkTerkumpul}, cadanganTerpakai {CadanganTerpakai}, rusak {Rusak}, sisa {Sisa}, naskahDiterima {NaskahDiterima}, naskahTerpakai {NaskahTerpakai}, naskahRusak {NaskahRusak}, naskahSisa {NaskahSisa}, naskahDimusnahkan {NaskahDimusnahkan}, segel {Segel}, catatan {Catatan}");

    private static Wording TooLong(string name, int most) => new(
        $"{name} lebih dari {most} huruf.", $"{name} is longer than {most} characters.");
}
