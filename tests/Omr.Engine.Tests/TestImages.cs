using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Omr.Engine.Tests;

/// <summary>Small image files written byte by byte, so that decoding is checked against nobody's encoder.</summary>
internal static class TestImages
{
    /// <summary>A binary PGM.</summary>
    public static byte[] Pgm(int width, int height, Func<int, int, byte> tone)
    {
        var header = Encoding.ASCII.GetBytes($"P5\n{width} {height}\n255\n");
        var file = new byte[header.Length + (width * height)];
        header.CopyTo(file, 0);
        for (var i = 0; i < width * height; i++)
            file[header.Length + i] = tone(i % width, i / width);
        return file;
    }

    /// <summary>An 8-bit grey PNG.</summary>
    public static byte[] Png(int width, int height, Func<int, int, byte> tone)
    {
        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                zlib.WriteByte(0);
                for (var x = 0; x < width; x++)
                    zlib.WriteByte(tone(x, y));
            }
        }

        return [.. PngHeader(width, height), .. Chunk("IDAT", data.ToArray()), .. Chunk("IEND", [])];
    }

    /// <summary>The start of a PNG of any size: signature and header only.</summary>
    public static byte[] PngHeader(int width, int height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        return [0x89, .. "PNG\r\n\x1A\n"u8, .. Chunk("IHDR", header)];
    }

    /// <summary>An uncompressed 1-bit TIFF (0 is white), one strip a page; the file may be cut anywhere.</summary>
    public static byte[] BitTiff(int width, int height, Func<int, int, bool> black, int pages = 1)
    {
        var rowBytes = (width + 7) / 8;
        var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write("II*\0"u8);
        writer.Write(8);
        for (var page = 1; page <= pages; page++)
        {
            const int Entries = 9;
            var strip = (int)file.Position + 2 + (12 * Entries) + 4;
            (short Tag, int Value)[] tags =
            [
                (256, width), (257, height), (258, 1), (259, 1), (262, 0), (273, strip), (277, 1), (278, height),
                (279, rowBytes * height),
            ];
            writer.Write((short)Entries);
            foreach (var (tag, value) in tags)
            {
                writer.Write(tag);
                writer.Write((short)4);
                writer.Write(1);
                writer.Write(value);
            }

            writer.Write(page == pages ? 0 : strip + (rowBytes * height));
            for (var y = 0; y < height; y++)
            {
                for (var x = 0; x < rowBytes * 8; x += 8)
                    writer.Write((byte)Enumerable.Range(0, 8).Sum(i => x + i < width && black(x + i, y) ? 0x80 >> i : 0));
            }
        }

        return file.ToArray();
    }

    private static byte[] Chunk(string kind, byte[] data)
    {
        var chunk = new byte[data.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        Encoding.ASCII.GetBytes(kind).CopyTo(chunk, 4);
        data.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(data.Length + 8), Crc(chunk.AsSpan(4, data.Length + 4)));
        return chunk;
    }

    // CRC-32 as PNG wants it, bit by bit.
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}
