using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Omr.Scanner.Tests;

/// <summary>Assembles a small PDF object by object, so that the tests know what is in it.</summary>
internal sealed class TinyPdf
{
    private readonly List<byte[]> _objects = [[], []];
    private readonly List<int> _pages = [];

    /// <summary>Written into the trailer, for example an Encrypt entry.</summary>
    public string TrailerEntries { get; init; } = "";

    /// <summary>An A4 page that holds one image file, drawn over the whole page.</summary>
    public TinyPdf AddJpeg(byte[] jpeg, int width, int height, string pageEntries = "", int times = 1)
    {
        var image = Add(Image(width, height, "DCTDecode", jpeg));
        return AddPage(
            string.Concat(Enumerable.Repeat("q 595.276 0 0 841.89 0 0 cm /I Do Q ", times)),
            pageEntries + $"/Resources<</XObject<</I {image} 0 R>>>>");
    }

    /// <summary>An A4 page whose image has these grey pixels, packed by Flate.</summary>
    public TinyPdf AddGrey(int width, int height, byte[] pixels)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) zlib.Write(pixels);
        var image = Add(Image(width, height, "FlateDecode", packed.ToArray()));
        return AddPage("q 595.276 0 0 841.89 0 0 cm /I Do Q", $"/Resources<</XObject<</I {image} 0 R>>>>");
    }

    /// <summary>A page with these drawing operators.</summary>
    public TinyPdf AddPage(string content, string entries = "", string box = "0 0 595.276 841.89")
    {
        var stream = Add(Stream("", Encoding.ASCII.GetBytes(content)));
        _pages.Add(Add(Text($"<</Type/Page/Parent 2 0 R/MediaBox[{box}]/Contents {stream} 0 R{entries}>>")));
        return this;
    }

    /// <summary>The file.</summary>
    public byte[] ToArray()
    {
        _objects[0] = Text("<</Type/Catalog/Pages 2 0 R>>");
        _objects[1] = Text($"<</Type/Pages/Count {_pages.Count}/Kids[{string.Join(' ', _pages.Select(p => $"{p} 0 R"))}]>>");
        using var file = new MemoryStream();
        file.Write(Text("%PDF-1.5\n"));
        var offsets = new List<long>();
        foreach (var (content, number) in _objects.Select((o, i) => (o, i + 1)))
        {
            offsets.Add(file.Position);
            file.Write([.. Text($"{number} 0 obj\n"), .. content, .. Text("\nendobj\n")]);
        }
        var xref = file.Position;
        file.Write(Text($"xref\n0 {_objects.Count + 1}\n0000000000 65535 f \n"));
        foreach (var offset in offsets) file.Write(Text(string.Create(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n")));
        file.Write(Text($"trailer\n<</Size {_objects.Count + 1}/Root 1 0 R{TrailerEntries}>>\nstartxref\n{xref}\n%%EOF\n"));
        return file.ToArray();
    }

    private int Add(byte[] content)
    {
        _objects.Add(content);
        return _objects.Count;
    }

    private static byte[] Image(int width, int height, string filter, byte[] content) => Stream(
        $"/Type/XObject/Subtype/Image/Width {width}/Height {height}"
            + $"/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/{filter}",
        content);

    private static byte[] Stream(string entries, byte[] content) =>
        [.. Text($"<<{entries}/Length {content.Length}>>\nstream\n"), .. content, .. Text("\nendstream")];

    private static byte[] Text(string text) => Encoding.Latin1.GetBytes(text);
}
