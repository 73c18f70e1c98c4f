using System.Buffers;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Omr.Engine;

namespace Omr.Service.Storage;

/// <summary>
/// A reading as it is kept: JSON with the engine's own names, compressed. The ink of its bubbles, some six hundred numbers
/// that would take longer to write and to pack than all the rest, stands beside it as bytes (single precision, little endian).
/// </summary>
internal static partial class ReadingJson
{
    // The quickest level, and a window as large as a reading: a larger one costs more to set up than it saves.
    private const int Quality = 1;
    private const int Window = 16;

    public static byte[] Write(SheetReading reading)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(
            new StoredReading(reading with { Ink = [] }, MemoryMarshal.AsBytes(reading.Ink.AsSpan()).ToArray()), Context.Default.StoredReading);
        var packed = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(json.Length));
        try
        {
            return BrotliEncoder.TryCompress(json, packed, out var length, Quality, Window)
                ? packed[..length]
                : throw new InvalidOperationException("the encoder asked for more room than it said");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(packed);
        }
    }

    /// <exception cref="InvalidDataException">The bytes are no reading.</exception>
    public static SheetReading Read(byte[] stored)
    {
        using var packed = new BrotliStream(new MemoryStream(stored), CompressionMode.Decompress);
        try
        {
            return JsonSerializer.Deserialize(packed, Context.Default.StoredReading) is { Reading: { } reading, Ink: { } ink }
                ? reading with { Ink = [.. MemoryMarshal.Cast<byte, float>(ink)] }
                : throw new InvalidDataException("the stored reading is empty");
        }
        catch (JsonException broken)
        {
            throw new InvalidDataException("the stored reading is damaged", broken);
        }
    }

    private sealed record StoredReading(SheetReading Reading, byte[] Ink);

    [JsonSerializable(typeof(StoredReading))]
    [JsonSourceGenerationOptions(UseStringEnumConverter = true)]
    private sealed partial class Context : JsonSerializerContext;
}
