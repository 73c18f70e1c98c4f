using System.Buffers.Binary;

namespace Omr.Scanner.Intake;

/// <summary>
/// Whether all that a TIFF points to lies within the file: its directories, and each page's strips or tiles. The engine
/// walks directories too, to judge a file that it holds in memory; this asks an open file for a few bytes, every few seconds.
/// </summary>
internal static class TiffEnd
{
    private const int EntryBytes = 12;
    private const int MostPages = 500;
    private const int MostEntries = 1000;
    private const int MostStrips = 200_000;

    public static bool IsWithin(Stream file)
    {
        Span<byte> head = stackalloc byte[8];
        if (StructuralEnd.Read(file, 0, head) < head.Length)
            return false;
        var little = head[0] == 'I';
        var at = Number(head[4..], 4, little);
        for (var page = 0; at != 0 && page <= MostPages; page++)
        {
            if (Directory(file, at, little) is not { } next)
                return false;
            at = next;
        }

        return at == 0 && Number(head[4..], 4, little) != 0;
    }

    // The place of the next directory; null when this one or its picture is not whole.
    private static uint? Directory(Stream file, uint at, bool little)
    {
        Span<byte> count = stackalloc byte[2];
        if (StructuralEnd.Read(file, at, count) < 2 || Number(count, 2, little) is var entries && entries is 0 or > MostEntries)
            return null;
        var bytes = new byte[(entries * EntryBytes) + 4];
        if (StructuralEnd.Read(file, at + 2, bytes) < bytes.Length)
            return null;
        Span<uint[]?> strips = [null, null];
        for (var i = 0; i < entries; i++)
        {
            var entry = bytes.AsSpan(i * EntryBytes, EntryBytes);
            var which = Number(entry, 2, little) switch { 273 or 324 => 0, 279 or 325 => 1, _ => -1 };
            if (which >= 0 && (strips[which] = Values(file, entry, little)) is null)
                return null;
        }

        return Lie(strips[0] ?? [], strips[1] ?? [], file.Length) ? Number(bytes.AsSpan((int)entries * EntryBytes), 4, little) : null;
    }

    // A strip of no bytes, or at no place, is one that will be written yet.
    private static bool Lie(uint[] places, uint[] lengths, long end) =>
        places.Length == lengths.Length
        && places.Length > 0
        && places.Zip(lengths).All(strip => strip is { First: > 0, Second: > 0 } && (long)strip.First + strip.Second <= end);

    // The whole numbers of an entry: in it if they fit, else where it points to.
    private static uint[]? Values(Stream file, ReadOnlySpan<byte> entry, bool little)
    {
        var size = Number(entry[2..], 2, little) switch { 3 => 2, 4 => 4, _ => 0 };
        var count = Number(entry[4..], 4, little);
        if (size == 0 || count is 0 or > MostStrips)
            return null;
        var bytes = entry[8..];
        if (size * count > 4)
        {
            var far = new byte[size * count];
            if (StructuralEnd.Read(file, Number(entry[8..], 4, little), far) < far.Length)
                return null;
            bytes = far;
        }

        var values = new uint[count];
        for (var i = 0; i < values.Length; i++)
            values[i] = Number(bytes[(i * size)..], size, little);
        return values;
    }

    private static uint Number(ReadOnlySpan<byte> bytes, int size, bool little) => (size, little) switch
    {
        (2, true) => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        (2, false) => BinaryPrimitives.ReadUInt16BigEndian(bytes),
        (_, true) => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        _ => BinaryPrimitives.ReadUInt32BigEndian(bytes),
    };
}
