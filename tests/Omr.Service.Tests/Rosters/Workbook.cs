using System.IO.Compression;
using System.Text;

namespace Omr.Service.Tests.Rosters;

/// <summary>
/// An Excel workbook of one sheet, written by hand so that a test decides how each cell is stored. Cells: <c>'05</c> a text,
/// <c>=A1>3</c> a formula A1 with its result 3, <c>=A1</c> one without, <c>#5</c> the number 5 shown with zeros in front,
/// <c>!#N/A</c> an error, anything else a number as it is.
/// </summary>
internal sealed class Workbook
{
    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Part = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private readonly StringBuilder _rows = new();
    private readonly StringBuilder _texts = new();
    private int _row;
    private int _text;

    /// <summary>Whether days are counted from 1904.</summary>
    public bool CountsFrom1904 { get; init; }

    /// <summary>What the sheet holds instead of its rows.</summary>
    public string? Sheet { get; init; }

    /// <summary>What the workbook's own part holds instead of its list of sheets.</summary>
    public string? Book { get; init; }

    /// <summary>What the shared texts hold beside those of the rows.</summary>
    public string Texts { get; init; } = "";

    /// <summary>Formats of cells beside the usual two.</summary>
    public string Formats { get; init; } = "";

    /// <summary>More types of content.</summary>
    public string ContentTypes { get; init; } = "";

    /// <summary>The sheet's name, as XML has it.</summary>
    public string Name { get; init; } = "Daftar";

    /// <summary>Where the workbook says that the sheet is.</summary>
    public string Target { get; init; } = "worksheets/sheet1.xml";

    /// <summary>Megabytes of spaces behind the sheet.</summary>
    public int Padding { get; init; }

    public Workbook Row(params string[] cells)
    {
        _rows.Append($"<row r=\"{++_row}\">");
        for (var i = 0; i < cells.Length; i++)
            _rows.Append(Cell($"{(char)('A' + i)}{_row}", cells[i]));
        _rows.Append("</row>");
        return this;
    }

    /// <summary>Rows as a CSV has them, every cell a text.</summary>
    public static byte[] OfTexts(params string[] lines)
    {
        var workbook = new Workbook();
        foreach (var line in lines)
            workbook.Row([.. line.Split(',').Select(c => $"'{c}")]);
        return workbook.ToBytes();
    }

    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", $"""
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/xl/workbook.xml" ContentType="{Part}.sheet.main+xml"/>
                <Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Part}.worksheet+xml"/>
                <Override PartName="/xl/sharedStrings.xml" ContentType="{Part}.sharedStrings+xml"/>
                <Override PartName="/xl/styles.xml" ContentType="{Part}.styles+xml"/>{ContentTypes}</Types>
                """);
            Add(zip, "_rels/.rels", Links(("officeDocument", "xl/workbook.xml")));
            Add(zip, "xl/workbook.xml", Book ?? $"""
                <workbook {Main} xmlns:r="{Relations}"><workbookPr date1904="{(CountsFrom1904 ? 1 : 0)}"/>
                <sheets><sheet name="{Name}" sheetId="1" r:id="r1"/></sheets></workbook>
                """);
            Add(zip, "xl/_rels/workbook.xml.rels", Links(
                ("worksheet", Target), ("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml")));
            Add(zip, "xl/worksheets/sheet1.xml", Sheet ?? $"<worksheet {Main}><sheetData>{_rows}</sheetData></worksheet>", Padding);
            Add(zip, "xl/sharedStrings.xml", $"<sst {Main}>{_texts}{Texts}</sst>");
            Add(zip, "xl/styles.xml", $"""
                <styleSheet {Main}><numFmts count="1"><numFmt numFmtId="164" formatCode="000"/></numFmts>
                <cellStyleXfs count="1"><xf numFmtId="164"/></cellStyleXfs>
                <cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/>{Formats}</cellXfs></styleSheet>
                """);
        }

        return bytes.ToArray();
    }

    private string Cell(string at, string cell)
    {
        switch (cell)
        {
            case "":
                return $"<c r=\"{at}\"/>";
            case ['\'', .. var text]:
                // In two runs, and with a reading that is no part of the text.
                _texts.Append($"<si><r><t xml:space=\"preserve\">{text[..(text.Length / 2)]}</t></r><r><t>{text[(text.Length / 2)..]}</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si>");
                return $"<c r=\"{at}\" t=\"s\"><v>{_text++}</v></c>";
            case ['=', .. var formula]:
                return formula.Split('>') is [var f, var result]
                    ? $"<c r=\"{at}\" t=\"str\"><f>{f}</f><v>{result}</v></c>"
                    : $"<c r=\"{at}\"><f>{formula}</f></c>";
            case ['#', .. var padded]:
                return $"<c r=\"{at}\" s=\"1\"><v>{padded}</v></c>";
            case ['!', .. var error]:
                return $"<c r=\"{at}\" t=\"e\"><v>{error}</v></c>";
            default:
                return $"<c r=\"{at}\"><v>{cell}</v></c>";
        }
    }

    private static string Links(params (string Kind, string Target)[] links) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(links.Select((l, i) => $"<Relationship Id=\"r{i + 1}\" Type=\"{Relations}/{l.Kind}\" Target=\"{l.Target}\"/>"))
        + "</Relationships>";

    private static void Add(ZipArchive zip, string name, string text, int padding = 0)
    {
        using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
        var spaces = new byte[1 << 20];
        Array.Fill(spaces, (byte)' ');
        for (var i = 0; i < padding; i++)
            entry.Write(spaces);
    }
}
