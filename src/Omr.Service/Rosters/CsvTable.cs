using CsvHelper;

namespace Omr.Service.Rosters;

/// <summary>
/// A list as a spreadsheet exports it: separated by comma or semicolon (whichever the header has more of), cells quoted
/// or not.
/// </summary>
internal static class CsvTable
{
    private static readonly Wording Unpaired = new("tanda kutip tidak berpasangan", "quotation marks don't pair");

    private static readonly Wording OneLine = new(
        "seluruh daftar ada pada satu baris tanpa ganti baris; dengan curl kirim dengan --data-binary @berkas, bukan --data atau -d",
        "the whole list is one line without a line break; with curl send it by --data-binary @file, not --data or -d");

    /// <summary>Puts the rows into the table; false when it is no such list.</summary>
    public static bool Fill(ListTable table, ListFile file)
    {
        if (CsvText.Read(file.Bytes.Span, table.Add) is not { } text)
            return false;
        if (IsFlattened(text))
        {
            table.Add(0, OneLine);
            return false;
        }

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
        while (!table.IsFull && reader.Read())
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

    // What curl makes of a file that is sent by -d: one line, of more cells than any list has columns.
    private static bool IsFlattened(string text) =>
        text.AsSpan().Trim().IndexOfAny('\r', '\n') < 0 && text.AsSpan().Count(Separator(text)) > ListColumns.Read.Count;

    private static char Separator(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var header = end < 0 ? text : text.AsSpan(0, end);
        return header.Count(';') > header.Count(',') ? ';' : ',';
    }
}
