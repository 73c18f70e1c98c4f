using System.Globalization;
using Omr.Service.Exports;
using Omr.Service.Rosters;

namespace Omr.Service.Sampling;

/// <summary>
/// The form of a second reading: a row a sheet, a column an answer, none of it filled in by the machine. A blank is left
/// empty or <c>-</c>, several marks are written <c>AC</c>, what can't be told <c>?</c>.
/// </summary>
internal static class SampleForm
{
    /// <summary>Columns before the answers.</summary>
    public static readonly string[] Columns = ["lembar", "pembaca", "nomor_peserta", "kd_mapel", "paket"];

    private static readonly Wording NotRead = new(
        "pembaca kosong; lembar ini belum dibaca orang", "pembaca is empty; nobody has read this sheet yet");

    private static readonly Wording AsNumber = new(
        "nomor_peserta diubah lembar sebar menjadi bilangan (E+); jadikan kolom itu teks dan isi lagi",
        "a spreadsheet turned nomor_peserta into a number (E+); make the column text and fill it in again");

    /// <summary>The empty form.</summary>
    public static byte[] Write(IEnumerable<long> sheets, int items) => ReportCsv.Write(
        [.. Columns, .. Enumerable.Range(1, items).Select(Text)],
        sheets.Select(s => (string[])[Text(s), .. Enumerable.Repeat("", Columns.Length - 1 + items)]));

    /// <summary>Reads a filled form: people's readings by sheet; what is wrong goes to the errors.</summary>
    public static IReadOnlyDictionary<long, SecondReading>? Read(string path, ICollection<RowError> errors)
    {
        var before = errors.Count;
        if (ListFile.Load(path, errors) is not { } file || ListTable.Read(file, Columns, errors) is not { } rows)
            return null;
        var readings = new Dictionary<long, SecondReading>();
        foreach (var row in rows)
        {
            if (!long.TryParse(row["lembar"], NumberStyles.None, CultureInfo.InvariantCulture, out var sheet))
                Wrong(row, new("lembar bukan nomor lembar", "lembar is no number of a sheet"));
            else if (row["pembaca"].Length == 0)
                Wrong(row, NotRead);
            else if (row["nomor_peserta"].Contains("E+", StringComparison.OrdinalIgnoreCase))
                Wrong(row, AsNumber);
            else if (!readings.TryAdd(sheet, Reading(row)))
                Wrong(row, new($"lembar {row["lembar"]} muncul dua kali", $"sheet {row["lembar"]} appears twice"));
        }

        return errors.Count == before ? readings : null;

        void Wrong(CsvRow row, Wording what) => errors.Add(new(path, row.Number, what));

        SecondReading Reading(CsvRow row)
        {
            var answers = new SortedDictionary<int, string>();
            foreach (var (column, cell) in row.Cells)
            {
                if (!int.TryParse(column, NumberStyles.None, CultureInfo.InvariantCulture, out var item))
                    continue;
                if (Letters(cell) is { } letters)
                    answers.Add(item, letters);
                else
                    Wrong(row, new($"butir {column}: '{cell}' bukan huruf, '-' atau '?'", $"item {column}: '{cell}' is no letters, '-' or '?'"));
            }

            return new(Code(row["nomor_peserta"]), Code(row["kd_mapel"]), Code(row["paket"]), answers);
        }
    }

    private static string? Letters(string cell) => cell switch
    {
        "" or "-" => "",
        "?" => "?",
        _ when cell.All(c => char.IsAsciiLetter(c) || c is '|' or ',' or '/' or ' ') =>
            string.Join('|', cell.ToUpperInvariant().Where(char.IsAsciiLetter).Distinct().Order()),
        _ => null,
    };

    private static string Code(string cell) => cell == "-" ? "" : cell.TrimStart('\'');

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(int number) => Text((long)number);
}
