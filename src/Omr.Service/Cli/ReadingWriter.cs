using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using static Omr.Service.CsvCell;

namespace Omr.Service.Cli;

/// <summary>
/// Writes the rows of <c>omr read</c> as CSV (RFC 4180, but lines end with LF) or as JSON lines. JSON lines have the
/// same six keys as the CSV, where an item is doubtful <c>doubt</c> with the reason, and of each item <c>crop</c>: left, top,
/// width and height in pixels of the picture as it lies.
/// </summary>
internal sealed class ReadingWriter(TextWriter output, bool isJson)
{
    private static readonly JsonWriterOptions AsWritten =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The heading, which only CSV has.</summary>
    public void WriteHeading()
    {
        if (!isJson) output.Write("file,page,field,item,value,status\n");
    }

    /// <summary>One row.</summary>
    public void Write(ReadingRow row)
    {
        output.Write(isJson ? Json(row) : Csv(row));
        output.Write('\n');
    }

    private static string Csv(ReadingRow row) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Of(row.File)},{row.Page},{Of(row.Field)},{row.Item},{Of(row.Value)},{row.Status}");

    private static string Json(ReadingRow row)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, AsWritten))
        {
            json.WriteStartObject();
            json.WriteString("file", row.File);
            json.WriteNumber("page", row.Page);
            json.WriteString("field", row.Field);
            if (row.Item is { } item) json.WriteNumber("item", item);
            else json.WriteNull("item");
            json.WriteString("value", row.Value);
            json.WriteString("status", row.Status);
            if (row.Doubt != Engine.DoubtReason.None)
                json.WriteString("doubt", JsonNamingPolicy.SnakeCaseLower.ConvertName(row.Doubt.ToString()));
            if (row.Crop is { } crop)
            {
                json.WriteStartArray("crop");
                foreach (var pixels in (ReadOnlySpan<int>)[crop.X, crop.Y, crop.Width, crop.Height]) json.WriteNumberValue(pixels);
                json.WriteEndArray();
            }
            json.WriteEndObject();
        }
        return System.Text.Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}
