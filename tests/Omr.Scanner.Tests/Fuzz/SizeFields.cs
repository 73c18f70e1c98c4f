using System.Buffers.Binary;

namespace Omr.Scanner.Tests.Fuzz;

/// <summary>Where a file tells lengths, sizes and places, found well enough for damaging them.</summary>
internal static class SizeFields
{
    public static IReadOnlyList<(int At, int Bytes)> Of(byte[] file) => file switch
    {
        [0xFF, 0xD8, ..] => [.. Jpeg(file)],
        [0x89, (byte)'P', ..] => [.. Png(file)],
        [(byte)'I', (byte)'I', ..] => [.. Tiff(file)],
        [(byte)'B', (byte)'M', ..] => [(2, 4), (10, 4), (14, 4), (18, 4), (22, 4), (26, 2), (28, 2), (30, 4), (34, 4), (46, 4)],
        [(byte)'P', ..] => [.. Digits(file.AsSpan(0, 20))],
        [(byte)'%', ..] => [.. Digits(file)],
        _ => [],
    };

    private static IEnumerable<(int At, int Bytes)> Jpeg(byte[] file)
    {
        for (var at = 2; at + 10 < file.Length && file[at] == 0xFF; at += 2 + BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at + 2)))
        {
            yield return (at + 1, 1);
            yield return (at + 2, 2);
            yield return (at + 4, 1);
            yield return (at + 5, 2);
            yield return (at + 7, 2);
            yield return (at + 9, 1);
        }
    }

    private static IEnumerable<(int At, int Bytes)> Png(byte[] file)
    {
        for (var at = 8L; at + 12 < file.Length; at += 12 + BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan((int)at)))
        {
            yield return ((int)at, 4);
            yield return ((int)at + 4, 4);
            if (at > 8)
                continue;
            yield return (16, 4);
            yield return (20, 4);
            for (var i = 24; i < 29; i++)
                yield return (i, 1);
        }
    }

    private static IEnumerable<(int At, int Bytes)> Tiff(byte[] file)
    {
        yield return (4, 4);
        for (long directory = BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(4)); directory > 0 && directory + 2 < file.Length;)
        {
            var entries = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan((int)directory));
            yield return ((int)directory, 2);
            for (var i = 0; i < entries; i++)
            {
                var entry = (int)directory + 2 + (12 * i);
                yield return (entry, 2);
                yield return (entry + 2, 2);
                yield return (entry + 4, 4);
                yield return (entry + 8, 4);
                yield return (entry + 8, 2);
            }
            var next = (int)directory + 2 + (12 * entries);
            yield return (next, 4);
            directory = next + 4 > file.Length ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(next));
        }
    }

    private static List<(int At, int Bytes)> Digits(ReadOnlySpan<byte> text)
    {
        var places = new List<(int, int)>();
        for (var i = 0; i < text.Length; i++)
            if (text[i] is >= (byte)'0' and <= (byte)'9') places.Add((i, 1));
        return places;
    }
}
