using System.Buffers.Binary;
using System.Text;

namespace Omr.Service.Packages;

/// <summary>
/// A ZIP file of which there is only one for the same contents: nothing compressed, names in a given order, one time for all,
/// no extra fields, whatever system writes it. Any unzip program opens it. It is read by taking the contents out, making the
/// file anew and comparing all bytes: no bit is without meaning, and there is nothing to unpack that could be a bomb.
/// </summary>
internal static class StoredZip
{
    private const uint LocalMark = 0x04034b50;
    private const uint CentralMark = 0x02014b50;
    private const uint EndMark = 0x06054b50;
    private const int LocalBytes = 30;
    private const int CentralBytes = 46;
    private const int EndBytes = 22;
    private const ushort Version = 20;
    private const ushort NamesAreUtf8 = 0x0800;
    private const uint FirstOfJanuary1980 = 0x00210000;

    /// <summary>The file that holds these contents, in this order.</summary>
    public static byte[] Write(IReadOnlyList<(string Name, ReadOnlyMemory<byte> Content)> entries)
    {
        using var file = new MemoryStream();
        using var central = new MemoryStream();
        Span<byte> head = stackalloc byte[CentralBytes];
        foreach (var (name, content) in entries)
        {
            var (at, text, crc) = ((uint)file.Position, Encoding.UTF8.GetBytes(name), Crc(content.Span));
            head.Clear();
            BinaryPrimitives.WriteUInt32LittleEndian(head, LocalMark);
            Describe(head[4..], crc, content.Length, text.Length);
            file.Write(head[..LocalBytes]);
            file.Write(text);
            file.Write(content.Span);
            head.Clear();
            BinaryPrimitives.WriteUInt32LittleEndian(head, CentralMark);
            BinaryPrimitives.WriteUInt16LittleEndian(head[4..], Version);
            Describe(head[6..], crc, content.Length, text.Length);
            BinaryPrimitives.WriteUInt32LittleEndian(head[42..], at);
            central.Write(head);
            central.Write(text);
        }

        Span<byte> end = stackalloc byte[EndBytes];
        end.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(end, EndMark);
        BinaryPrimitives.WriteUInt16LittleEndian(end[8..], (ushort)entries.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(end[10..], (ushort)entries.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(end[12..], (uint)central.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(end[16..], (uint)file.Length);
        central.WriteTo(file);
        file.Write(end);
        return file.ToArray();
    }

    /// <summary>The contents of a file that holds exactly these names in this order; null if it isn't one, to the last bit.</summary>
    public static IReadOnlyList<ReadOnlyMemory<byte>>? Read(ReadOnlyMemory<byte> file, IReadOnlyList<string> names)
    {
        var entries = new List<(string Name, ReadOnlyMemory<byte> Content)>();
        var rest = file;
        foreach (var name in names)
        {
            var begin = LocalBytes + Encoding.UTF8.GetByteCount(name);
            if (rest.Length < begin || BinaryPrimitives.ReadUInt32LittleEndian(rest.Span) != LocalMark)
                return null;
            var length = BinaryPrimitives.ReadUInt32LittleEndian(rest.Span[18..]);
            if (length > rest.Length - begin)
                return null;
            entries.Add((name, rest.Slice(begin, (int)length)));
            rest = rest[(begin + (int)length)..];
        }

        return Write(entries).AsSpan().SequenceEqual(file.Span) ? entries.ConvertAll(e => e.Content) : null;
    }

    // From the version needed to the length of the extra field: the same in both headers. Method 0 is stored.
    private static void Describe(Span<byte> head, uint crc, int bytes, int name)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(head, Version);
        BinaryPrimitives.WriteUInt16LittleEndian(head[2..], NamesAreUtf8);
        BinaryPrimitives.WriteUInt32LittleEndian(head[6..], FirstOfJanuary1980);
        BinaryPrimitives.WriteUInt32LittleEndian(head[10..], crc);
        BinaryPrimitives.WriteUInt32LittleEndian(head[14..], (uint)bytes);
        BinaryPrimitives.WriteUInt32LittleEndian(head[18..], (uint)bytes);
        BinaryPrimitives.WriteUInt16LittleEndian(head[22..], (ushort)name);
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
            crc = (crc >> 8) ^ Table[(byte)(crc ^ b)];
        return ~crc;
    }

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(i =>
    {
        var c = (uint)i;
        for (var bit = 0; bit < 8; bit++)
            c = (c & 1) == 0 ? c >> 1 : (c >> 1) ^ 0xEDB88320;
        return c;
    })];
}
