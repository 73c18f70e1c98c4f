using System.Buffers.Binary;

namespace Omr.Scanner.Intake;

/// <summary>
/// Looks for the end that a file's format prescribes, with a few small reads: the last segment of a JPEG, the last chunk
/// of a PNG, all directories and strips of a TIFF, the trailer of a PDF, as many bytes as a BMP or PNM announces. A
/// scanner program that reserves a file's full length before it writes is found out by it, because size and time stay.
/// What is complete may still grow: a program that adds page after page leaves a good file after each.
/// </summary>
public static class StructuralEnd
{
    // Scanner programs pad and add notes after the end: no more than this was seen in samples of any.
    private const int TailBytes = 4096;

    private static ReadOnlySpan<byte> PngEnd => [(byte)'I', (byte)'E', (byte)'N', (byte)'D', 0xAE, 0x42, 0x60, 0x82];

    /// <summary>Says how a file ends.</summary>
    /// <param name="file">The file, readable and seekable; its position is moved.</param>
    public static FileEnd Of(Stream file)
    {
        ArgumentNullException.ThrowIfNull(file);
        Span<byte> head = stackalloc byte[16];
        head = head[..Read(file, 0, head)];
        return head switch
        {
            [0xFF, 0xD8, 0xFF, ..] => End(TailHas(file, AfterScan(file), [0xFF, 0xD9])),
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => End(TailHas(file, 8, PngEnd)),
            [(byte)'I', (byte)'I', 42, 0, ..] or [(byte)'M', (byte)'M', 0, 42, ..] => End(TiffEnd.IsWithin(file)),
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => End(TailHas(file, 8, "%%EOF"u8)),
            [(byte)'B', (byte)'M', _, _, _, _, ..] => End(BinaryPrimitives.ReadUInt32LittleEndian(head[2..]) <= file.Length),
            [(byte)'P', >= (byte)'4' and <= (byte)'6', ..] => End(PnmLength.Of(file) <= file.Length),
            _ => FileEnd.Unknown,
        };
    }

    /// <summary>Reads at a place as much as there is.</summary>
    internal static int Read(Stream file, long at, Span<byte> bytes)
    {
        file.Position = at;
        return file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
    }

    private static FileEnd End(bool there) => there ? FileEnd.Complete : FileEnd.Missing;

    private static bool TailHas(Stream file, long from, ReadOnlySpan<byte> end)
    {
        Span<byte> tail = stackalloc byte[TailBytes];
        var at = Math.Max(from, file.Length - TailBytes);
        return at < file.Length && tail[..Read(file, at, tail)].IndexOf(end) >= 0;
    }

    // Where a JPEG's first scan begins: segments before it, thumbnails with an end of their own among them, are jumped over.
    private static long AfterScan(Stream file)
    {
        Span<byte> segment = stackalloc byte[4];
        for (long at = 2; Read(file, at, segment) == segment.Length && segment[0] == 0xFF;)
        {
            if (segment[1] == 0xDA)
                return at;
            at += segment[1] == 0xFF ? 1 : 2 + BinaryPrimitives.ReadUInt16BigEndian(segment[2..]);
        }

        return file.Length;
    }
}
