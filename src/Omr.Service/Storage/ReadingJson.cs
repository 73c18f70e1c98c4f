using System.Buffers;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using Omr.Engine;

namespace Omr.Service.Storage;

/// <summary>A reading as it is kept: a <see cref="StoredReading"/> as JSON, compressed.</summary>
internal static partial class ReadingJson
{
    // The quickest level, and a window as large as a reading: a larger one costs more to set up than it saves.
    private const int Quality = 1;
    private const int Window = 16;

    public static byte[] Write(SheetReading reading)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(StoredReading.Of(reading), Context.Default.StoredReading);
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
            return (JsonSerializer.Deserialize(packed, Context.Default.StoredReading)
                ?? throw new InvalidDataException("the stored reading is empty")).ToReading();
        }
        catch (Exception broken) when (broken is JsonException or ArgumentException or InvalidOperationException)
        {
            throw new InvalidDataException("the stored reading is damaged", broken);
        }
    }

    // Nothing but defaults: only then does the serializer write by code that was made for the type.
    [JsonSerializable(typeof(StoredReading))]
    [JsonSourceGenerationOptions(RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    private sealed partial class Context : JsonSerializerContext;
}
