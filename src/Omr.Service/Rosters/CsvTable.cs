using System.Collections.Immutable;
using CsvHelper;

namespace Omr.Service.Rosters;

/// <summary>
/// A list as a spreadsheet exports it: header and rows, separated by comma or semicolon (whichever the header has
/// more of), cells quoted or not, columns in any order, unknown columns ignored. Every row that doesn't fit is an error.
/// </summary>
public sealed class CsvTable
{
    private static readonly Wording Unpaired = new("tanda kutip tidak berpasangan", "quotation marks don't pair");

    private readonly string _file;
    private readonly ICollection<RowError> _errors;
    private readonly ImmutableArray<CsvRow>.Builder _rows = ImmutableArray.CreateBuilder<CsvRow>();

    private CsvTable(string file, ICollection<RowError> errors) => (_file, _errors) = (file, errors);

    /// <summary>Reads a list; null when it can't be read as one at all.</summary>
    /// <param name="file">Path of the file, named so in the errors.</param>
    /// <param name="required">Columns that must be there.</param>
    /// <param name="errors">Takes everything that is wrong.</param>
    public static ImmutableArray<CsvRow>? Read(string file, IReadOnlyList<string> required, ICollection<RowError> errors)
    {
        if (CsvText.Read(file, errors) is not { } text)
            return null;
        var table = new CsvTable(file, errors);
        return table.Parse(text, required) ? table._rows.ToImmutable() : null;
    }

    private bool Parse(string text, IReadOnlyList<string> required)
    {
        // A line break always ends the row: no cell of these lists has one, and an open quotation mark then spoils
        // one row instead of swallowing the rest.
        var options = new CsvReaderOptions
        {
            Separator = Separator(text),
            HasHeader = false,
            AllowLineBreaksInQuotes = false,
            TrimWhitespace = true,
            TrimInsideQuotes = true,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = r => Add((int)r.LineNumber, Unpaired),
        };
        using var reader = CsvReader.Create(new StringReader(text), options);
        string[]? columns = null;
        while (reader.Read())
        {
            var cells = new string[reader.FieldCount];
            for (var i = 0; i < cells.Length; i++)
                cells[i] = reader.GetString(i);
            var row = (int)reader.LineNumber;
            if (columns is not null)
                AddRow(row, columns, cells);
            else if (!Header(row, columns = [.. cells.Select(Name)], required))
                return false;
        }
        if (_rows.Count == 0 && _errors.Count == 0)
            Add(0, new("tidak ada baris data", "there are no rows of data"));
        return columns is not null;
    }

    private bool Header(int row, string[] columns, IReadOnlyList<string> required)
    {
        var missing = required.Except(columns).ToList();
        var twice = columns.Where(c => c.Length > 0).GroupBy(c => c).Where(g => g.Count() > 1).Select(g => g.Key).ToList();
        if (missing.Count > 0)
        {
            var names = string.Join(", ", missing);
            Add(row, new($"kolom tidak ada: {names}", $"missing column: {names}"));
        }
        if (twice.Count > 0)
        {
            var names = string.Join(", ", twice);
            Add(row, new($"kolom muncul dua kali: {names}", $"column appears twice: {names}"));
        }
        return missing.Count == 0 && twice.Count == 0;
    }

    private void AddRow(int row, string[] columns, string[] cells)
    {
        // A name with a comma (Siti Aminah, S.Pd.) that nobody quoted is what makes a row too long.
        var used = Array.FindLastIndex(cells, c => c.Length > 0) + 1;
        if (used == 0)
            return;
        if (used > columns.Length)
        {
            Add(row, Identifier.SplitProblem(columns, cells) ?? new(
                $"ada {used} sel, kepala hanya {columns.Length} kolom; sel yang memuat pemisah harus diapit tanda "
                    + "kutip",
                $"{used} cells under {columns.Length} columns; quote a cell that holds the separator"));
            return;
        }
        if (cells.Length < columns.Length)
        {
            Add(row, new(
                $"hanya {cells.Length} sel, kepala {columns.Length} kolom; baris terpotong",
                $"only {cells.Length} cells under {columns.Length} columns; the row is cut off"));
            return;
        }
        var named = new Dictionary<string, string>(columns.Length, StringComparer.Ordinal);
        for (var i = 0; i < columns.Length; i++)
            named.TryAdd(columns[i], cells[i]);
        _rows.Add(new(row, named));
    }

    private void Add(int row, Wording what) => _errors.Add(new(_file, row, what));

    private static char Separator(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var header = end < 0 ? text : text.AsSpan(0, end);
        return header.Count(';') > header.Count(',') ? ';' : ',';
    }

    private static string Name(string cell) => cell.ToLowerInvariant();
}
