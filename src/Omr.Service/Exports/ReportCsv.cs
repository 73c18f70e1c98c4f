using System.Globalization;
using Omr.Service.Reconciliation;
using Omr.Service.Scoring;
using Omr.Service.Storage;

namespace Omr.Service.Exports;

/// <summary>
/// The two files of a run, as DESIGN.md names their columns: RFC 4180 quoting, commas, lines ended by LF, UTF-8
/// without a mark, decimals with a point; formulas in names and file names are tamed as <see cref="CsvCell"/> says.
/// </summary>
public static class ReportCsv
{
    private static readonly string[] ScoreColumns =
    [
        "nomor_peserta", "nama", "kd_kab", "lokasi", "ruang", "kd_mapel", "paket", "benar", "salah", "kosong",
        "ganda", "pedagogik", "profesional", "nilai", "status",
    ];

    /// <summary>nilai.csv: a row for each registered participant, by room and number.</summary>
    public static byte[] Scores(RunReport report) => Write(ScoreColumns, report.Results.Select(Row));

    /// <summary>
    /// nilai.csv of a stored run: a row for each participant, in the order given. Only who was scored has numbers, whatever
    /// the row holds.
    /// </summary>
    internal static byte[] Scores(IEnumerable<ScoreRow> rows) => Write(ScoreColumns, rows.Select(Row));

    /// <summary>temuan.csv: a row for each discrepancy, by room, code, number and page.</summary>
    public static byte[] Findings(RunReport report, Language language) => Write(
        ["kode", "kd_kab", "lokasi", "ruang", "nomor_peserta", "file", "page", "uraian"],
        report.Findings.Select(f => (string[])
        [
            f.Code, f.Room?.Kab ?? "", f.Room?.Lokasi ?? "", f.Room?.Ruang ?? "", f.Number, f.Page?.File ?? "",
            f.Page is { } page ? Count(page.Page) : "", language.Pick(f.Whole.Indonesian, f.Whole.English),
        ]));

    private static string[] Row(ParticipantResult result)
    {
        var person = result.Participant;
        string[] score = result.Score is { } s
            ?
            [
                Count(s.Right), Count(s.Wrong), Count(s.Blank), Count(s.Multiple), Decimals(s.Pedagogy),
                Decimals(s.Professional), Decimals(s.Value),
            ]
            : ["", "", "", "", "", "", ""];
        return
        [
            person.Number, person.Name, person.Room.Kab, person.Room.Lokasi, person.Room.Ruang, person.Subject,
            result.Package, .. score, result.Status.ToString(),
        ];
    }

    private static string[] Row(ScoreRow row)
    {
        var isScored = row.Status is nameof(ScoreStatus.DN) or nameof(ScoreStatus.LK);
        string Whole(int? number) => isScored && number is { } n ? Count(n) : "";
        string Part(decimal? number) => isScored && number is { } n ? Decimals(n) : "";
        return
        [
            row.Number, row.Name, row.Kab, row.Lokasi, row.Ruang, row.Subject, row.Package, Whole(row.Right), Whole(row.Wrong),
            Whole(row.Blank), Whole(row.Multiple), Part(row.Pedagogy), Part(row.Professional), Part(row.Value), row.Status,
        ];
    }

    /// <summary>A list of that header and these rows, as all files of a run are written.</summary>
    internal static byte[] Write(string[] header, IEnumerable<string[]> rows)
    {
        using var stream = new MemoryStream();
        using (var lines = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" }) // UTF-8 without a mark
        {
            foreach (var row in rows.Prepend(header))
                lines.WriteLine(string.Join(',', row.Select(CsvCell.Of)));
        }

        return stream.ToArray();
    }

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Decimals(decimal number) => number.ToString("0.00", CultureInfo.InvariantCulture);
}
