using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Omr.Service.Rosters;

/// <summary>
/// A list in an Excel workbook: the first sheet that isn't hidden, its first filled row the header. Formulas aren't
/// worked out, their stored result is taken.
/// </summary>
internal static class XlsxWorkbook
{
    private const int MostRows = ListTable.MostRows;

    // The sheet of 200,000 participants has some 80 MB of XML, their names and numbers another 20.
    private const long MostUnpacked = 128 << 20;

    // The parts that the library loads whole, and how many parts there are: a list's have a few thousand characters, and are ten.
    private const long MostCharacters = 1 << 20;
    private const int MostParts = 2000;

    private static readonly Wording TooLarge = new(
        $"buku kerja terlalu besar untuk sebuah daftar (isi terbuka lebih dari {MostUnpacked >> 20} MB atau {MostRows} baris); simpan sebagai CSV UTF-8",
        $"the workbook is too large for a list (more than {MostUnpacked >> 20} MB unpacked or {MostRows} rows); save it as CSV UTF-8");

    private static readonly Wording Broken = new(
        "buku kerja Excel ini rusak; buka di Excel lalu simpan lagi sebagai XLSX atau CSV UTF-8",
        "this Excel workbook is damaged; open it in Excel and save it again as XLSX or CSV UTF-8");

    /// <summary>Whether bytes begin like a workbook.</summary>
    public static bool Is(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\u0003\u0004"u8);

    /// <summary>Puts the rows into the table; false when it is no such list.</summary>
    public static bool Fill(ListTable table, ListFile file)
    {
        try
        {
            using var bytes = Open(file.Bytes);
            if (IsTooLarge(file.Bytes.Span, bytes))
            {
                table.Add(0, TooLarge);
                return false;
            }

            bytes.Position = 0;
            using var document = SpreadsheetDocument.Open(bytes, false, new() { MaxCharactersInPart = MostCharacters });
            return Fill(table, document.WorkbookPart ?? throw new InvalidDataException("no workbook"));
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or FormatException or OverflowException
            or OpenXmlPackageException or IOException or ArgumentException or InvalidOperationException
            or NotSupportedException or KeyNotFoundException or IndexOutOfRangeException)
        {
            table.Add(0, Broken);
            return false;
        }
    }

    private static bool Fill(ListTable table, WorkbookPart workbook)
    {
        using var own = workbook.GetStream();
        var sheet = XlsxSheet.Read(own);
        if (sheet.CountsFrom1904)
        {
            table.Add(0, new(
                "buku kerja memakai sistem tanggal 1904, tanggalnya akan bergeser empat tahun; simpan sebagai CSV UTF-8",
                "the workbook counts dates from 1904, they would be four years off; save it as CSV UTF-8"));
            return false;
        }

        if (sheet.Relation is not { } id || workbook.GetPartById(id) is not WorksheetPart part)
            throw new InvalidDataException("no sheet");
        var cells = new XlsxCells(workbook);
        using var rows = part.GetStream();
        foreach (var row in XlsxRow.ReadAll(rows))
        {
            if (!Fill(table, cells, row) || table.IsFull)
                return false;
        }

        return true;
    }

    private static bool Fill(ListTable table, XlsxCells cells, XlsxRow row)
    {
        if (table.Columns is { } columns)
        {
            if (cells.Texts(row, columns, what => table.Add(row.Number, what)) is { } texts)
                table.AddRow(row.Number, texts);
            return true;
        }

        var names = cells.Names(row);
        return names.Length == 0 || table.Header(row.Number, names);
    }

    // Nothing unpacks to more than its entry says: the runtime stops there. Entries are counted before the archive is opened,
    // which makes an object of each.
    private static bool IsTooLarge(ReadOnlySpan<byte> packed, Stream bytes)
    {
        if (packed.Count("PK\u0001\u0002"u8) > MostParts)
            return true;
        using var archive = new ZipArchive(bytes, ZipArchiveMode.Read, leaveOpen: true);
        long unpacked = 0;
        return archive.Entries.Any(e => e.Length > (IsLoaded(e.FullName) ? MostCharacters : MostUnpacked) || (unpacked += e.Length) > MostUnpacked);
    }

    private static bool IsLoaded(string part) =>
        part.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) || part.Equals("[Content_Types].xml", StringComparison.OrdinalIgnoreCase);

    private static MemoryStream Open(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var array)
            ? new(array.Array!, array.Offset, array.Count, writable: false)
            : new(bytes.ToArray(), writable: false);
}
