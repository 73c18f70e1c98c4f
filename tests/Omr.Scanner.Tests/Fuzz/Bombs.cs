using System.Buffers.Binary;

namespace Omr.Scanner.Tests.Fuzz;

/// <summary>Small files that ask for gigabytes or hours.</summary>
internal static class Bombs
{
    /// <summary>The kinds of bombs.</summary>
    public static readonly string[] Kinds = ["png", "huge", "jpeg", "tiff", "loop", "self", "pdf"];

    /// <summary>A bomb of that kind.</summary>
    public static byte[] Make(string bomb) => bomb switch
    {
        "png" => Png(1, 500_000_000),
        "huge" => Png(60_000, 60_000),
        "loop" => Loop(8, 14),
        "self" => Loop(8, 8),
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

    // Directories without entries that lead to each other, or one to itself.
    private static byte[] Loop(byte first, byte second) =>
        [.. "II*\0"u8, first, 0, 0, 0, 0, 0, second, 0, 0, 0, 0, 0, first, 0, 0, 0];

    private static byte[] Pdf(int pages)
    {
        var pdf = new TinyPdf();
        for (var i = 0; i < pages; i++) pdf.AddPage("");
        return pdf.ToArray();
    }
}
