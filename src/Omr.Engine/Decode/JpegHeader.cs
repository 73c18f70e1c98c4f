using System.Buffers.Binary;

namespace Omr.Engine.Decode;

/// <summary>The frame header of a JPEG, found by walking its segments.</summary>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Components">1 grey, 3 colour, 4 ink colours.</param>
/// <param name="ManyScans">
/// Whether the picture may come in more than one scan: it is progressive, or its first scan lacks a component.
/// </param>
internal readonly record struct JpegHeader(int Width, int Height, int Components, bool ManyScans)
{
    private const int StartOfScan = 0xDA;
    private const int EndOfImage = 0xD9;

    /// <summary>Walks the segments to the first scan; null when the file ends or goes wrong before the frame header.</summary>
    public static JpegHeader? Read(ReadOnlySpan<byte> file)
    {
        JpegHeader? frame = null;
        var at = 2;
        while (at + 4 <= file.Length && file[at] == 0xFF)
        {
            var marker = file[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (marker is 0x01 or >= 0xD0 and <= 0xD8)
            {
                at += 2;
                continue;
            }

            // libjpeg passes over FF 00 and would find a frame inside the segment that this walk skips.
            var length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            if (marker is 0x00 or EndOfImage || length < 2)
                return frame;
            if (marker == StartOfScan && frame is { ManyScans: false } whole && at + 4 < file.Length)
                return whole with { ManyScans = file[at + 4] < whole.Components };
            if (marker == StartOfScan)
                return frame;
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                if (frame is not null || length < 8 || at + 10 > file.Length)
                    return null;
                frame = new(
                    BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]),
                    BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..]),
                    file[at + 9],
                    marker is not (0xC0 or 0xC1 or 0xC9));
            }

            at += 2 + length;
        }

        return frame;
    }

    /// <summary>How many scans the file holds.</summary>
    public static int CountScans(ReadOnlySpan<byte> file)
    {
        var scans = 0;
        ReadOnlySpan<byte> startOfScan = [0xFF, StartOfScan];
        for (var at = file.IndexOf(startOfScan); at >= 0; at = file.IndexOf(startOfScan))
        {
            scans++;
            file = file[(at + 2)..];
        }

        return scans;
    }
}
