using System.Buffers.Binary;

namespace Omr.Engine.Decode;

/// <summary>The frame header of a JPEG, found by walking its segments.</summary>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Components">1 grey, 3 colour, 4 ink colours.</param>
/// <param name="Progressive">Whether the picture comes in many scans.</param>
internal readonly record struct JpegHeader(int Width, int Height, int Components, bool Progressive)
{
    /// <summary>Walks the segments to the frame header; null when the file ends or goes wrong before it.</summary>
    public static JpegHeader? Read(ReadOnlySpan<byte> file)
    {
        var at = 2;
        while (at + 4 <= file.Length)
        {
            if (file[at] != 0xFF)
                return null;
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

            var length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            var isFrame = marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
            if (isFrame && length >= 8 && at + 10 <= file.Length)
            {
                return new(
                    BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]),
                    BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..]),
                    file[at + 9],
                    marker is 0xC2 or 0xC6 or 0xCA or 0xCE);
            }

            if (isFrame || marker is 0xD9 or 0xDA || length < 2)
                return null;
            at += 2 + length;
        }

        return null;
    }

    /// <summary>How many scans the file holds.</summary>
    public static int CountScans(ReadOnlySpan<byte> file)
    {
        var scans = 0;
        ReadOnlySpan<byte> startOfScan = [0xFF, 0xDA];
        for (var at = file.IndexOf(startOfScan); at >= 0; at = file.IndexOf(startOfScan))
        {
            scans++;
            file = file[(at + 2)..];
        }

        return scans;
    }
}
