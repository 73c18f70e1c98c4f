using System.Buffers.Binary;

namespace Omr.Engine.Decode;

/// <summary>The size of a PNG and whether the file is whole, found by walking its chunks.</summary>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Whole">Whether the chunks reach the end marker. Asked here, because libpng prints to stderr when they don't.</param>
internal readonly record struct PngHeader(uint Width, uint Height, bool Whole)
{
    private const int Signature = 8;
    private const int ChunkFrame = 12;
    private const uint End = 0x49454E44;

    /// <summary>Walks the chunks; null when the first is not a header.</summary>
    public static PngHeader? Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < Signature + ChunkFrame + 13 || !file.Slice(Signature + 4, 4).SequenceEqual("IHDR"u8))
            return null;
        var width = BinaryPrimitives.ReadUInt32BigEndian(file[(Signature + 8)..]);
        var height = BinaryPrimitives.ReadUInt32BigEndian(file[(Signature + 12)..]);
        var rest = file[Signature..];
        while (rest.Length >= ChunkFrame)
        {
            if (BinaryPrimitives.ReadUInt32BigEndian(rest[4..]) == End)
                return new(width, height, true);
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - ChunkFrame)
                break;
            rest = rest[(ChunkFrame + (int)length)..];
        }

        return new(width, height, false);
    }
}
