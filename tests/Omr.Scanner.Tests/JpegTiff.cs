using System.Buffers.Binary;

namespace Omr.Scanner.Tests;

/// <summary>A TIFF whose pages are grey JPEG files, each one strip (TIFF technical note 2).</summary>
internal static class JpegTiff
{
    private const int Entries = 9;

    public static byte[] Of(params ReadOnlySpan<byte[]> jpegs)
    {
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write("II*\0"u8);
        writer.Write(8);
        for (var i = 0; i < jpegs.Length; i++)
        {
            var (width, height) = Size(jpegs[i]);
            var strip = (int)file.Position + 2 + (12 * Entries) + 4;
            (short Tag, int Value)[] tags =
            [
                (256, width), (257, height), (258, 8), (259, 7), (262, 1), (273, strip), (277, 1), (278, height),
                (279, jpegs[i].Length),
            ];
            writer.Write((short)Entries);
            foreach (var (tag, value) in tags)
            {
                writer.Write(tag);
                writer.Write((short)4);
                writer.Write(1);
                writer.Write(value);
            }
            writer.Write(i == jpegs.Length - 1 ? 0 : strip + jpegs[i].Length);
            writer.Write(jpegs[i]);
        }
        return file.ToArray();
    }

    // From the baseline frame header.
    private static (int Width, int Height) Size(ReadOnlySpan<byte> jpeg)
    {
        var frame = jpeg[jpeg.IndexOf(new byte[] { 0xFF, 0xC0, 0, 11, 8 })..];
        return (BinaryPrimitives.ReadUInt16BigEndian(frame[7..]), BinaryPrimitives.ReadUInt16BigEndian(frame[5..]));
    }
}
