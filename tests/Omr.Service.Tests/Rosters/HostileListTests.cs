using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Omr.Forms.Ljk;
using Omr.Service.Rosters;

namespace Omr.Service.Tests.Rosters;

/// <summary>Lists that are made to take all memory or time: each is refused in a moment with one clear line.</summary>
public class HostileListTests
{
    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private const long MostAllocated = 1L << 30;
    private static readonly FormLimits Limits = FormLimits.Of([LjkForm.Make(60, 4)]);
    private static readonly string Header = "nomor_peserta,nama,tgl_lahir,kd_kab,lokasi,ruang,kursi,kd_mapel";

    public static TheoryData<string, string> Workbooks => new()
    {
        { "entries", "terlalu besar" },
        { "ratio", "terlalu besar" },
        { "lying size", "rusak" },
        { "content types", "terlalu besar" },
        { "billion laughs in the sheet", "rusak" },
        { "billion laughs in the workbook", "rusak" },
        { "external entity", "rusak" },
        { "deep sheet", "rusak" },
        { "deep workbook", "rusak" },
        { "deep texts", "rusak" },
        { "cells in a row", "rusak" },
        { "many texts", "rusak" },
        { "long text", "rusak" },
        { "long inline text", "rusak" },
        { "styles", "rusak" },
        { "bad rows", "kesalahan" },
        { "a path outside", "rusak" },
    };

    public static TheoryData<string, string> Texts => new()
    {
        { "million columns", "kolom" },
        { "million columns of one name", "kolom" },
        { "no line end", "satu baris" },
        { "huge field", "panjang" },
        { "huge field in quotes", "panjang" },
        { "open quotes", "kutip" },
        { "quotes only", "kutip" },
        { "NULs", "NUL" },
        { "UTF-16LE", "UTF-16" },
        { "UTF-16BE", "UTF-16" },
        { "UTF-32LE", "UTF-16" },
        { "UTF-32BE", "NUL" },
        { "many bad rows", "kesalahan" },
        { "many rows", "terlalu" },
        { "line ends only", "" },
    };

    [Theory]
    [MemberData(nameof(Workbooks))]
    public void A_workbook_made_to_take_all_memory_is_refused_in_a_moment(string trick, string says) =>
        Refused("peserta.xlsx", Make(trick), says);

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_made_to_take_all_memory_is_refused_in_a_moment(string trick, string says) =>
        Refused("peserta.csv", Text(trick), says);

    [Fact]
    public void Sheets_with_quotes_and_paths_for_names_are_read_as_ever()
    {
        var workbook = new Workbook { Name = "'..\\..\\[x]Sheet'!A1 &quot;&apos;" }.Row([.. Header.Split(',').Select(c => "'" + c)])
            .Row("'15051218020001", "'=1+1", "'05-07-1975", "'12", "'001", "'003", "'01", "'180");
        var errors = new List<RowError>();

        Assert.Equal("=1+1", Assert.Single(RosterFile.Rows(new("peserta.xlsx", workbook.ToBytes()), Limits, errors)!).Name);
        Assert.Empty(errors);
    }

    private static void Refused(string name, byte[] bytes, string says)
    {
        var errors = new List<RowError>();
        var (started, allocated) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());

        var rows = RosterFile.Rows(new(name, bytes), Limits, errors);

        var (seconds, megabytes) = (Stopwatch.GetElapsedTime(started).TotalSeconds, (GC.GetAllocatedBytesForCurrentThread() - allocated) >> 20);
        TestContext.Current.TestOutputHelper?.WriteLine($"{bytes.Length >> 10} KB, {seconds:0.0} s, {megabytes} MB, {errors.Count} errors: {(errors.Count > 0 ? errors[^1].Line.Indonesian : "")}");
        Assert.Empty(rows ?? []);
        Assert.NotEmpty(errors);
        Assert.InRange(errors.Count, 1, 1001);
        Assert.Contains(says, errors[^1].What.Indonesian, StringComparison.Ordinal);
        Assert.All(errors, e => Assert.InRange(e.Line.Indonesian.Length, 1, 1000));
        Assert.InRange(megabytes, 0, MostAllocated >> 20);
        Assert.InRange(seconds, 0, 20);
    }

    private static byte[] Text(string trick)
    {
        var row = "15051218020001,Siti,05-07-1975,12,001,003,01,180";
        var list = $"{Header}\n{row}\n";
        return trick switch
        {
            "million columns" => Utf8(string.Join(',', Enumerable.Range(0, 1_000_000)) + "\n" + row),
            "million columns of one name" => Utf8(Header + string.Concat(Enumerable.Repeat(",nama,nama2", 500_000)) + "\n" + row),
            "no line end" => Utf8(string.Concat(Enumerable.Repeat(row + ",", 500_000))),
            "huge field" => Utf8($"{Header}\n15051218020001,{new string('x', 30_000_000)},05-07-1975,12,001,003,01,180\n"),
            "huge field in quotes" => Utf8($"{Header}\n15051218020001,\"{new string('x', 30_000_000)}\",05-07-1975,12,001,003,01,180\n"),
            "open quotes" => Utf8($"{Header}\n15051218020001,\"Siti,05-07-1975,12,001,003,01,180\n"),
            "quotes only" => Utf8($"{Header}\n{new string('"', 5_000_001)}\n"),
            "NULs" => new byte[10_000_000],
            "UTF-16LE" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(list)],
            "UTF-16BE" => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(list)],
            "UTF-32LE" => [0xFF, 0xFE, 0, 0, .. Encoding.UTF32.GetBytes(list)],
            "UTF-32BE" => [0, 0, 0xFE, 0xFF, .. Encoding.UTF32.GetBytes(list)],
            "many bad rows" => Utf8(Header + "\n" + string.Concat(Enumerable.Repeat("x\n", 3_000_000))),
            "many rows" => Utf8("x," + Header + "\n" + string.Concat(Enumerable.Repeat("x,1,,,,,,,\n", 2_000_000))),
            _ => Utf8(new string('\n', 5_000_000)),
        };
    }

    private static byte[] Make(string trick)
    {
        const string Laughs = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
        string Sheet(string rows) => $"<worksheet {Main}><sheetData>{rows}</sheetData></worksheet>";
        string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
        return trick switch
        {
            "entries" => Zip(zip =>
            {
                for (var i = 0; i < 10_000; i++)
                    zip.CreateEntry($"x{i}");
            }),
            "ratio" => new Workbook { Padding = 200 }.ToBytes(),
            "lying size" => Lying(),
            "content types" => new Workbook { ContentTypes = Repeat("<Default Extension=\"a\" ContentType=\"b/c\"/>", 500_000) }.ToBytes(),
            "billion laughs in the sheet" => new Workbook { Sheet = Laughs + Sheet("<row><c t=\"inlineStr\"><is><t>&c;</t></is></c></row>") }.ToBytes(),
            "billion laughs in the workbook" => new Workbook { Book = Laughs + $"<workbook {Main}>&c;</workbook>" }.ToBytes(),
            "external entity" => new Workbook { Sheet = "<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>" + Sheet("<row><c t=\"str\"><v>&f;</v></c></row>") }.ToBytes(),
            "deep sheet" => new Workbook { Sheet = Repeat("<a>", 5_000_000) }.ToBytes(),
            "deep workbook" => new Workbook { Book = $"<workbook {Main}>" + Repeat("<a>", 600_000) + Repeat("</a>", 600_000) + "</workbook>" }.ToBytes(),
            "deep texts" => new Workbook { Texts = "<si>" + Repeat("<r>", 5_000_000) }.ToBytes(),
            "cells in a row" => new Workbook { Sheet = Sheet("<row>" + Repeat("<c><v>1</v></c>", 200_000) + "</row>") }.ToBytes(),
            "many texts" => new Workbook { Texts = Repeat("<si/>", 1_200_000) }.ToBytes(),
            "long text" => new Workbook { Texts = $"<si><t>{new string('x', 60_000_000)}</t></si>" }.ToBytes(),
            "long inline text" => new Workbook { Sheet = Sheet($"<row><c t=\"inlineStr\"><is><t>{new string('x', 60_000_000)}</t></is></c></row>") }.ToBytes(),
            "styles" => new Workbook { Formats = Repeat("<xf/>", 200_000) }.ToBytes(),
            "bad rows" => new Workbook
            {
                Sheet = Sheet(
                    "<row>" + string.Concat(Header.Split(',').Select(h => $"<c t=\"inlineStr\"><is><t>{h}</t></is></c>")) + "</row>"
                    + Repeat("<row><c t=\"e\"><v>#</v></c></row>", 100_000)),
            }.ToBytes(),
            _ => new Workbook { Target = "../../../../../../etc/passwd" }.ToBytes(),
        };
    }

    // The directory says that the sheet has a hundred bytes; packed are 120 MB.
    private static byte[] Lying()
    {
        var bytes = new Workbook { Padding = 120 }.ToBytes();
        uint size = 0;
        using (var zip = new ZipArchive(new MemoryStream(bytes)))
            size = (uint)zip.GetEntry("xl/worksheets/sheet1.xml")!.Length;
        var pattern = BitConverter.GetBytes(size);
        for (var at = bytes.AsSpan().IndexOf(pattern); at >= 0; at = bytes.AsSpan().IndexOf(pattern))
            BitConverter.GetBytes(100).CopyTo(bytes, at);
        return bytes;
    }

    private static byte[] Zip(Action<ZipArchive> fill)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            fill(zip);
        return bytes.ToArray();
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
