namespace Omr.Service.Rosters;

/// <summary>A row of a CSV file, its cells by column name.</summary>
/// <param name="Number">The row as a spreadsheet counts, 1 the header.</param>
/// <param name="Cells">Cells by lower-case column name, trimmed.</param>
public sealed record CsvRow(int Number, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>The cell of that column; empty where the file has no such column.</summary>
    public string this[string column] => Cells.GetValueOrDefault(column, "");
}
