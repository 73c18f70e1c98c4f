using System.Collections.Immutable;

namespace Omr.Service.Rosters;

/// <summary>
/// The rows of a list under its header, whether it came as CSV or as a workbook: columns in any order, unknown columns
/// ignored. Every row that doesn't fit is an error.
/// </summary>
internal sealed class ListTable
{
    /// <summary>Rows of a list: a province's roster has 100,000.</summary>
    public const int MostRows = 200_000;

    private const int MostNamed = 20;
    private const int MostColumns = 1000;
    private const int LongestCell = 2000;

    // More than anybody mends before sending the list again; each costs memory.
    private const int MostErrors = 1000;

    private readonly ListFile _file;
    private readonly IReadOnlyList<string> _required;
    private readonly ICollection<RowError> _errors;
    private readonly KeyErrors _told;
    private readonly ImmutableArray<CsvRow>.Builder _rows = ImmutableArray.CreateBuilder<CsvRow>();
    private readonly int _before;

    private ListTable(ListFile file, IReadOnlyList<string> required, ICollection<RowError> errors, KeyErrors told) =>
        (_file, _required, _errors, _told, _before) = (file, required, errors, told, errors.Count);

    /// <summary>Column names in lower case; null before the header.</summary>
    public string[]? Columns { get; private set; }

    /// <summary>Rows of data so far.</summary>
    public int Count => _rows.Count;

    /// <summary>Whether nothing more is read of the list, which was told.</summary>
    public bool IsFull { get; private set; }

    /// <summary>Reads a list; null when it can't be read as one at all.</summary>
    /// <param name="file">The list; its first bytes tell a workbook from text, whatever its name.</param>
    /// <param name="required">Columns that must be there.</param>
    /// <param name="errors">Takes everything that is wrong.</param>
    /// <param name="told">Whether unknown columns are named: in a key without a header they are the key.</param>
    public static ImmutableArray<CsvRow>? Read(
        ListFile file, IReadOnlyList<string> required, ICollection<RowError> errors, KeyErrors told = KeyErrors.WithValues)
    {
        var table = new ListTable(file, required, errors, told);
        var isRead = XlsxWorkbook.Is(file.Bytes.Span) ? XlsxWorkbook.Fill(table, file) : CsvTable.Fill(table, file);
        if (!isRead || table.IsFull)
            return null;
        if (table.Count == 0 && errors.Count == table._before)
            table.Add(0, new("tidak ada baris data", "there are no rows of data"));
        return table.Columns is null ? null : table._rows.ToImmutable();
    }

    /// <summary>That something is wrong in a row; 0 for the whole file.</summary>
    public void Add(int row, Wording what)
    {
        if (IsFull)
            return;
        _errors.Add(new(_file.Name, row, what));
        if (_errors.Count - _before < MostErrors)
            return;
        IsFull = true;
        _errors.Add(new(_file.Name, 0, new(
            $"{MostErrors} kesalahan pertama disebutkan, sisanya tidak dibaca; perbaiki dahulu",
            $"the first {MostErrors} errors are told, the rest isn't read; mend them first")));
    }

    /// <summary>Takes the header; false if it can't be the header of such a list.</summary>
    public bool Header(int row, IEnumerable<string> cells)
    {
        Columns = [.. cells.Take(MostColumns + 1).Select(c => c.ToLowerInvariant())];
        if (Columns.Length > MostColumns)
        {
            Add(row, new($"kepala lebih dari {MostColumns} kolom; ini bukan daftar", $"more than {MostColumns} columns in the header; this is no list"));
            return false;
        }

        var missing = _required.Except(Columns).ToList();
        if (missing.Count > 0)
        {
            var names = string.Join(", ", missing);
            var unknown = _told == KeyErrors.WithValues ? Columns.Where(c => c.Length > 0) : [];
            var strange = string.Join(", ", unknown.Except(ListColumns.Read).Take(MostNamed).Select(Identifier.Shown));
            Add(row, strange.Length == 0
                ? new($"kolom tidak ada: {names}", $"missing column: {names}")
                : new($"kolom tidak ada: {names}; ada kolom {strange} yang tidak dikenal", $"missing column: {names}; unknown column: {strange}"));
            return false;
        }
        var twice = Columns.Where(c => c.Length > 0).GroupBy(c => c).Where(g => g.Count() > 1).Select(g => g.Key).ToList();
        if (twice.Count > 0)
        {
            var names = string.Join(", ", twice.Take(MostNamed).Select(Identifier.Shown));
            Add(row, new($"kolom muncul dua kali: {names}", $"column appears twice: {names}"));
        }
        return twice.Count == 0;
    }

    /// <summary>Takes a row of data; an empty one is passed over.</summary>
    public void AddRow(int row, string[] cells)
    {
        // A name with a comma (Siti Aminah, S.Pd.) that nobody quoted is what makes a row too long.
        var columns = Columns!;
        var used = Array.FindLastIndex(cells, c => c.Length > 0) + 1;
        if (used == 0)
            return;
        if (Count == MostRows)
        {
            Add(0, new(
                $"lebih dari {MostRows} baris terlalu banyak untuk sebuah daftar; bagi menjadi beberapa berkas",
                $"more than {MostRows} rows are too many for a list; divide it into several files"));
            IsFull = true;
            return;
        }

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
        if (Array.FindIndex(cells, c => c.Length > LongestCell) is var at and >= 0)
        {
            var column = Identifier.Shown(columns[at]);
            Add(row, new(
                $"{column} terlalu panjang ({cells[at].Length} huruf, paling banyak {LongestCell})",
                $"{column} is too long ({cells[at].Length} characters, at most {LongestCell})"));
            return;
        }

        var named = new Dictionary<string, string>(columns.Length, StringComparer.Ordinal);
        for (var i = 0; i < columns.Length; i++)
            named.TryAdd(columns[i], CsvCell.Untamed(cells[i]));
        _rows.Add(new(row, named));
    }
}
