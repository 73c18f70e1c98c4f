using System.Buffers.Binary;

namespace Omr.Engine.Decode;

/// <summary>The size of a BMP, from its information header.</summary>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down; in the file it is negative when the rows come from the top.</param>
internal readonly record struct BmpHeader(long Width, long Height)
{
    private const int FileHeader = 14;
    private const int InfoHeader = 40;

    /// <summary>Reads the header; null when it is cut short or of OS/2's old kind.</summary>
    public static BmpHeader? Read(ReadOnlySpan<byte> file) =>
        file.Length < FileHeader + InfoHeader || BinaryPrimitives.ReadUInt32LittleEndian(file[FileHeader..]) < InfoHeader
            ? null
            : new(
                BinaryPrimitives.ReadInt32LittleEndian(file[(FileHeader + 4)..]),
                Math.Abs((long)BinaryPrimitives.ReadInt32LittleEndian(file[(FileHeader + 8)..])));
}
