using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Omr.Service.Rosters;

/// <summary>
/// Gives cells the text that a person sees in them. Where the stored value can't be trusted to be that (an identifier kept
/// as a number, a formula without its result) it is an error and never repaired.
/// </summary>
internal sealed class XlsxCells
{
    // Excel keeps 15 digits of a number.
    private const int SureDigits = 15;

    // Five different texts in each of the most rows, and as many formats as Excel keeps.
    private const int MostTexts = 5 * ListTable.MostRows;
    private const int MostFormats = 65_490;

    // General, 0 and text: they show a whole number as it is; any other may show zeros or points that aren't there.
    private static readonly ImmutableArray<int> PlainFormats = [0, 1, 49];

    private readonly ImmutableArray<string> _texts;
    private readonly ImmutableArray<int> _formats;

    /// <param name="workbook">Holds the texts and formats that its cells refer to.</param>
    public XlsxCells(WorkbookPart workbook)
    {
        using var texts = workbook.SharedStringTablePart?.GetStream() ?? Stream.Null;
        using var styles = workbook.WorkbookStylesPart?.GetStream() ?? Stream.Null;
        _texts = texts == Stream.Null ? [] : SharedTexts(texts);
        _formats = styles == Stream.Null ? [] : Formats(styles);
    }

    /// <summary>The names in a header, up to the last that isn't empty.</summary>
    public string[] Names(XlsxRow row)
    {
        var names = new string[row.Cells.Select(c => c.Column + 1).DefaultIfEmpty().Max()];
        Array.Fill(names, "");
        foreach (var cell in row.Cells)
            names[cell.Column] = cell.Type is "n" or "e" ? cell.Value : Text(cell).Trim();
        return names[..(Array.FindLastIndex(names, n => n.Length > 0) + 1)];
    }

    /// <summary>The texts under these columns; null when one can't be trusted, which is reported.</summary>
    public string[]? Texts(XlsxRow row, string[] columns, Action<Wording> report)
    {
        var texts = new string[columns.Length];
        Array.Fill(texts, "");
        var isGood = true;
        foreach (var cell in row.Cells)
        {
            var column = cell.Column < columns.Length ? columns[cell.Column] : null;
            if (Problem(cell, column) is { } problem)
            {
                report(problem);
                isGood = false;
            }
            else if (column is not null && ListColumns.Read.Contains(column))
            {
                texts[cell.Column] = Text(cell).Trim();
            }
        }

        return isGood ? texts : null;
    }

    private Wording? Problem(XlsxCell cell, string? column)
    {
        if (column is null)
        {
            return cell is { HasValue: true, Value: not "" }
                ? new("ada sel terisi di kanan kolom terakhir", "a cell to the right of the last column is filled")
                : null;
        }

        if (!ListColumns.Read.Contains(column))
            return null;
        if (cell.HasFormula && !cell.HasValue)
        {
            return new(
                $"{column} berisi rumus tanpa hasil; ganti dengan nilainya",
                $"{column} holds a formula without its result; put the value there");
        }

        if (cell.Type == "e")
            return new($"{column} berisi kesalahan rumus", $"{column} holds a formula's error");
        if (cell.Type == "n")
            return ListColumns.Identifiers.Contains(column) ? NumberProblem(cell, column) : null;
        return Text(cell).Trim().Any(char.IsControl)
            ? new($"{column} memuat pindah baris atau karakter kendali", $"{column} holds a line break or control character")
            : null;
    }

    private Wording? NumberProblem(XlsxCell cell, string column)
    {
        if (!cell.HasValue)
            return null;
        if (cell.Value.Length > SureDigits || !cell.Value.All(char.IsAsciiDigit))
            return Identifier.Spoiled(column, Identifier.Shown(cell.Value));
        return cell.Style == 0 || (cell.Style < _formats.Length && PlainFormats.Contains(_formats[cell.Style]))
            ? null
            : new(
                $"{column} '{cell.Value}' tersimpan sebagai bilangan dan tampil lain (misalnya nol di depan); beri kolom "
                    + "itu format Teks, lalu isi ulang",
                $"{column} '{cell.Value}' is stored as a number and shown otherwise (zeros in front, say); make the column "
                    + "Text and fill it again");
    }

    private string Text(XlsxCell cell) => cell.Type switch
    {
        "s" => _texts[int.Parse(cell.Value, NumberStyles.None, CultureInfo.InvariantCulture)],
        "b" => cell.Value == "1" ? "TRUE" : "FALSE",
        "d" => cell.Value.Split('T')[0],
        "n" => Number(cell.Value),
        _ => cell.Value,
    };

    // What a person typed as 1.1 may be stored as 1.1000000000000001; 15 digits are what the spreadsheet shows.
    private static string Number(string value) =>
        value.All(char.IsAsciiDigit) || !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            || Math.Abs(number) is not (0 or (> 1e-9 and < 1e15))
            ? value
            : ((decimal)number).ToString(CultureInfo.InvariantCulture);

    private static ImmutableArray<string> SharedTexts(Stream part)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        using var reader = XlsxXml.Open(part);
        while (reader.Next())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "si")
                continue;
            if (texts.Count == MostTexts)
                throw new InvalidDataException("too many texts");
            texts.Add(XlsxRow.RichText(reader).Trim()); // once, and not in each of the cells that show it
        }

        return texts.ToImmutable();
    }

    private static ImmutableArray<int> Formats(Stream part)
    {
        var formats = ImmutableArray.CreateBuilder<int>();
        using var reader = XlsxXml.Open(part);
        var isList = false;
        while (reader.Next())
        {
            if (reader.LocalName == "cellXfs")
                isList = reader.NodeType == XmlNodeType.Element;
            else if (formats.Count > MostFormats)
                throw new InvalidDataException("too many formats");
            else if (isList && reader.NodeType == XmlNodeType.Element && reader.LocalName == "xf")
                formats.Add(int.Parse(reader.GetAttribute("numFmtId") ?? "0", NumberStyles.None, CultureInfo.InvariantCulture));
        }

        return formats.ToImmutable();
    }
}
