using System.Globalization;
using System.Text;
using System.Xml;

namespace Omr.Service.Rosters;

/// <summary>A row of a worksheet, its cells as they are written; read one after the other, whatever the sheet's size.</summary>
/// <param name="Number">The row as the spreadsheet counts.</param>
/// <param name="Cells">Those that are there.</param>
internal sealed record XlsxRow(int Number, IReadOnlyList<XlsxCell> Cells)
{
    private const int MostColumns = 16_384;

    /// <summary>All rows of a sheet.</summary>
    /// <exception cref="XmlException">It is damaged.</exception>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static IEnumerable<XlsxRow> ReadAll(Stream sheet)
    {
        using var reader = XlsxXml.Open(sheet);
        var number = 0;
        while (reader.Next())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "row")
                continue;
            number = reader.GetAttribute("r") is { } r ? int.Parse(r, NumberStyles.None, CultureInfo.InvariantCulture) : number + 1;
            if (!reader.IsEmptyElement)
                yield return new(number, All(reader));
        }
    }

    /// <summary>The text of an element of runs, without what tells how to pronounce it.</summary>
    public static string RichText(XmlReader reader)
    {
        var text = new StringBuilder();
        if (reader.IsEmptyElement)
            return "";
        var (depth, pronounced) = (reader.Depth, false);
        while (reader.Next() && reader.Depth > depth)
        {
            if (reader.LocalName == "rPh")
                pronounced = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "t" && !pronounced)
                reader.AppendText(text);
        }

        return text.ToString();
    }

    private static List<XlsxCell> All(XmlReader reader)
    {
        var cells = new List<XlsxCell>();
        foreach (var cell in CellsOf(reader))
        {
            if (cells.Count == MostColumns)
                throw new InvalidDataException("too many cells in a row");
            cells.Add(cell);
        }

        return cells;
    }

    private static IEnumerable<XlsxCell> CellsOf(XmlReader reader)
    {
        var column = -1;
        while (reader.Next() && !(reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "row"))
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "c")
                continue;
            column = reader.GetAttribute("r") is { } reference ? ColumnOf(reference) : column + 1;
            var style = reader.GetAttribute("s") is { } s ? int.Parse(s, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
            var type = reader.GetAttribute("t") ?? "n";
            if (!reader.IsEmptyElement)
                yield return CellOf(reader, column, type, style);
        }
    }

    private static XlsxCell CellOf(XmlReader reader, int column, string type, int style)
    {
        var (hasFormula, hasValue, value) = (false, false, new StringBuilder());
        while (reader.Next() && !(reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "c"))
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            hasFormula |= reader.LocalName == "f";
            hasValue |= reader.LocalName is "v" or "is";
            if (reader.LocalName == "v")
                reader.AppendText(value);
            else if (reader.LocalName == "is")
                value.Append(RichText(reader));
        }

        return new(column, type, style, hasFormula, hasValue, value.ToString());
    }

    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetterUpper))
            column = Math.Min((column * 26) + letter - 'A' + 1, MostColumns + 1);
        return column is > 0 and <= MostColumns ? column - 1 : throw new InvalidDataException($"cell {reference}");
    }
}
