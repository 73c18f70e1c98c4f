using Omr.Service.Reconciliation.Counts;
using Omr.Service.Reconciliation.Live;
using Omr.Service.Storage;

namespace Omr.Service.Api;

/// <summary>What a supervisor reports of a room: the counts, the seal, remarks.</summary>
internal sealed record RoomReportMessage : MinutesMessage
{
    private const int MostSheets = 999;
    private const int LongestSeal = 100;
    private const int LongestNote = 2000;

    /// <summary>Nothing reported.</summary>
    public RoomReportMessage()
    {
    }

    private RoomReportMessage(RoomReport report)
        : base(report)
    {
    }

    /// <summary>Number of the seal.</summary>
    public string? Segel { get; init; }

    /// <summary>Why counts don't agree, in words; it lets the envelope be sealed all the same.</summary>
    public string? Penjelasan { get; init; }

    /// <summary>Remarks.</summary>
    public string? Catatan { get; init; }

    /// <summary>Who entered it; told, never taken.</summary>
    public string? Oleh { get; init; }

    /// <summary>When, UTC; told, never taken.</summary>
    public DateTime? Pada { get; init; }

    // By the names that the JSON has.
    private (string Name, int? Count)[] Counts =>
    [
        ("terdaftar", Terdaftar), ("hadir", Hadir), ("tidakHadir", TidakHadir), ("ljkDiterima", LjkDiterima),
        ("ljkTerkumpul", LjkTerkumpul), ("hitunganKedua", HitunganKedua), ("cadanganDiterima", CadanganDiterima), ("cadanganTerpakai", CadanganTerpakai), ("rusak", Rusak), ("sisa", Sisa),
        ("naskahDiterima", NaskahDiterima), ("naskahTerpakai", NaskahTerpakai), ("naskahRusak", NaskahRusak),
        ("naskahSisa", NaskahSisa), ("naskahDimusnahkan", NaskahDimusnahkan),
    ];

    /// <summary>The report as it is stored.</summary>
    public static RoomReportMessage Of(RoomReportRow row) =>
        new(ProvinceReader.ReportOf(row)) { Segel = row.Seal, Penjelasan = row.Explanation, Catatan = row.Note, Oleh = row.By, Pada = row.At };

    /// <summary>What is wrong with it, or null. Counts that contradict each other are a finding, not an error.</summary>
    public Wording? Problem()
    {
        foreach (var (name, count) in Counts)
        {
            if (count is < 0 or > MostSheets)
                return new($"{name} {count} di luar 0 sampai {MostSheets}.", $"{name} {count} isn't within 0 and {MostSheets}.");
        }

        return Segel?.Length > LongestSeal ? TooLong("segel", LongestSeal)
            : Penjelasan?.Length > LongestNote ? TooLong("penjelasan", LongestNote)
            : Catatan?.Length > LongestNote ? TooLong("catatan", LongestNote)
            : null;
    }

    /// <summary>The report in one line, for the audit log.</summary>
    public override string ToString() =>
        string.Join(", ", Counts.Select(c => FormattableString.Invariant($"{c.Name} {c.Count}"))) + $", segel {Segel}, penjelasan {Penjelasan}, catatan {Catatan}";

    private static Wording TooLong(string name, int most) => new(
        $"{name} lebih dari {most} huruf.", $"{name} is longer than {most} characters.");
}
