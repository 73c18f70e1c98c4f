using CsvHelper;

namespace Omr.Service.Rosters;

/// <summary>
/// A list as a spreadsheet exports it: separated by comma or semicolon (whichever the header has more of), cells quoted
/// or not.
/// </summary>
internal static class CsvTable
{
    private static readonly Wording Unpaired = new("tanda kutip tidak berpasangan", "quotation marks don't pair");

    /// <summary>Puts the rows into the table; false when it is no such list.</summary>
    public static bool Fill(ListTable table, ListFile file)
    {
        if (CsvText.Read(file.Bytes.Span, table.Add) is not { } text)
            return false;
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
            OnMalformedRecord = r => table.Add((int)r.LineNumber, Unpaired),
        };
        using var reader = CsvReader.Create(new StringReader(text), options);
        while (reader.Read())
        {
            var cells = new string[reader.FieldCount];
            for (var i = 0; i < cells.Length; i++)
                cells[i] = reader.GetString(i);
            var row = (int)reader.LineNumber;
            if (table.Columns is not null)
                table.AddRow(row, cells);
            else if (!table.Header(row, cells))
                return false;
        }
        return true;
    }

    private static char Separator(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var header = end < 0 ? text : text.AsSpan(0, end);
        return header.Count(';') > header.Count(',') ? ';' : ',';
    }
}
