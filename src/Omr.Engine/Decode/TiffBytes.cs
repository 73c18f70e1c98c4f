using System.Buffers.Binary;

namespace Omr.Engine.Decode;

/// <summary>The numbers of a TIFF, in the byte order that its header names; beyond the file's end there are none.</summary>
internal readonly ref struct TiffBytes
{
    private readonly ReadOnlySpan<byte> _file;
    private readonly bool _littleEndian;

    public TiffBytes(ReadOnlySpan<byte> file)
    {
        _file = file;
        _littleEndian = file is [(byte)'I', ..];
    }

    public long Length => _file.Length;

    /// <summary>The bytes of a strip, as far as the file has them.</summary>
    public ReadOnlySpan<byte> Slice(long at, long length) =>
        at >= _file.Length ? default : _file.Slice((int)at, (int)Math.Min(length, _file.Length - at));

    /// <summary>A 16-bit number, or null beyond the end.</summary>
    public ushort? Short(long at) =>
        at < 0 || at + sizeof(ushort) > _file.Length ? null
        : _littleEndian ? BinaryPrimitives.ReadUInt16LittleEndian(_file[(int)at..])
        : BinaryPrimitives.ReadUInt16BigEndian(_file[(int)at..]);

    /// <summary>A 32-bit number, or null beyond the end.</summary>
    public uint? Long(long at) =>
        at < 0 || at + sizeof(uint) > _file.Length ? null
        : _littleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(_file[(int)at..])
        : BinaryPrimitives.ReadUInt32BigEndian(_file[(int)at..]);
}
