using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using Omr.Engine;
using Omr.Scanner.Tests.Workers;

namespace Omr.Scanner.Tests.Fuzz;

/// <summary>
/// Small files that ask for gigabytes or hours, through the worker. That they are refused by their headers is shown by
/// what the refusal says: the size or count that it was refused for.
/// </summary>
public sealed class BombTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("png", "width_px=1 height_px=500000000 limit_side_px=10000 limit_px=40000000")]
    [InlineData("jpeg", "scans=80000 limit=100")]
    [InlineData("tiff", "format=tiff tag=279 tag_bytes=3600000000 bytes=74")]
    [InlineData("pdf", "pages=10000 limit=500")]
    public async Task A_bomb_is_refused_by_its_header(string bomb, string evidence)
    {
        Assert.SkipWhen(bomb == "pdf" && OperatingSystem.IsWindows(), "poppler is found by PATH on Linux");
        var file = new PaperFile(_folder.Write(bomb, Make(bomb)), bomb);
        var ready = new PaperFile(_folder.Write("ready", "x"), "ready");
        var started = Stopwatch.GetTimestamp();

        var readings = await Worker.ReadAsync([ready, file]);

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{bomb}: {Stopwatch.GetElapsedTime(started).TotalSeconds:0.00} s with the worker's start"));
        var refusal = Assert.IsType<Refusal>(Assert.Single(readings[1].Pages));
        Assert.Equal(evidence, refusal.Evidence);
    }

    private static byte[] Make(string bomb) => bomb switch
    {
        "png" => Png(1, 500_000_000),
        "jpeg" =>
        [
            0xFF, 0xD8, 0xFF, 0xC2, 0, 11, 8, 4, 0, 4, 0, 1, 1, 0x11, 0,
            .. Enumerable.Repeat<byte[]>([0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 0, 0], 80_000).SelectMany(s => s),
        ],
        "tiff" => Tiff(),
        _ => Pdf(10_000),
    };

    private static byte[] Png(int width, int height)
    {
        var file = new byte[8 + 25];
        ((byte[])[0x89, .. "PNG\r\n\u001a\n"u8, 0, 0, 0, 13, .. "IHDR"u8]).CopyTo(file, 0);
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(20), height);
        return file;
    }

    // 600 x 600 pixels in 900 million strips, whose lengths would take 3.6 GB.
    private static byte[] Tiff()
    {
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write("II*\0"u8);
        writer.Write(8);
        (short Tag, int Count, int Value)[] tags = [(256, 1, 600), (257, 1, 600), (258, 1, 1), (273, 1, 8), (279, 900_000_000, 8)];
        writer.Write((short)tags.Length);
        foreach (var (tag, count, value) in tags)
        {
            writer.Write(tag);
            writer.Write((short)4);
            writer.Write(count);
            writer.Write(value);
        }
        writer.Write(0);
        return file.ToArray();
    }

    private static byte[] Pdf(int pages)
    {
        var pdf = new TinyPdf();
        for (var i = 0; i < pages; i++) pdf.AddPage("");
        return pdf.ToArray();
    }
}
