using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using Omr.Engine;

namespace Omr.Service.Storage;

/// <summary>A reading as it is kept: JSON with the engine's own names, compressed (some 4 KB of 20).</summary>
internal static partial class ReadingJson
{
    public static byte[] Write(SheetReading reading)
    {
        using var bytes = new MemoryStream();
        using (var packed = new BrotliStream(bytes, CompressionLevel.Fastest))
            JsonSerializer.Serialize(packed, reading, Context.Default.SheetReading);
        return bytes.ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes are no reading.</exception>
    public static SheetReading Read(byte[] stored)
    {
        using var packed = new BrotliStream(new MemoryStream(stored), CompressionMode.Decompress);
        try
        {
            return JsonSerializer.Deserialize(packed, Context.Default.SheetReading)
                ?? throw new InvalidDataException("the stored reading is empty");
        }
        catch (JsonException broken)
        {
            throw new InvalidDataException("the stored reading is damaged", broken);
        }
    }

    [JsonSerializable(typeof(SheetReading))]
    [JsonSourceGenerationOptions(UseStringEnumConverter = true)]
    private sealed partial class Context : JsonSerializerContext;
}
