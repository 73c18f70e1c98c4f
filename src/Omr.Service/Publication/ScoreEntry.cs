using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Omr.Service.Rosters;
using Omr.Service.Scoring;
using Omr.Service.Storage;

namespace Omr.Service.Publication;

/// <summary>
/// A score ready to be sent. Only who was scored has numbers: of those held, cancelled or waiting nothing but the status
/// leaves, whatever the row holds.
/// </summary>
/// <param name="Number">The participant number.</param>
/// <param name="Name">The participant's name.</param>
/// <param name="Room">The participant's room, which says who may see it.</param>
/// <param name="Subject">Subject code.</param>
/// <param name="Status">Status.</param>
/// <param name="Run">The run.</param>
/// <param name="Json">The answer's body, UTF-8.</param>
/// <param name="ETag">Of the run and the body.</param>
internal sealed record ScoreEntry(string Number, string Name, RoomId Room, string Subject, string Status, long Run, byte[] Json, string ETag)
{
    private const int TagBytes = 9;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Makes the answer of a row.</summary>
    public static ScoreEntry Of(ScoreRow row, RoomId room)
    {
        var json = Write(row);
        var tag = string.Create(
            CultureInfo.InvariantCulture, $"\"{row.RunId}-{Convert.ToBase64String(SHA256.HashData(json).AsSpan(0, TagBytes))}\"");
        return new(row.Number, row.Name, room, string.Intern(row.Subject), string.Intern(row.Status), row.RunId, json, tag);
    }

    private static byte[] Write(ScoreRow row)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(bytes, Options);
        var isScored = row.Status is nameof(ScoreStatus.DN) or nameof(ScoreStatus.LK);
        json.WriteStartObject();
        json.WriteString("nomorPeserta"u8, row.Number);
        json.WriteString("nama"u8, row.Name);
        json.WriteString("kdKab"u8, row.Kab);
        json.WriteString("lokasi"u8, row.Lokasi);
        json.WriteString("ruang"u8, row.Ruang);
        json.WriteString("kdMapel"u8, row.Subject);
        json.WriteString("paket"u8, row.Package);
        Count("benar", row.Right);
        Count("salah", row.Wrong);
        Count("kosong", row.Blank);
        Count("ganda", row.Multiple);
        Decimals("pedagogik", row.Pedagogy);
        Decimals("profesional", row.Professional);
        Decimals("nilai", row.Value);
        json.WriteString("status"u8, row.Status);
        json.WriteNumber("run"u8, row.RunId);
        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenSpan.ToArray();

        void Count(string name, int? count)
        {
            if (isScored && count is { } number)
                json.WriteNumber(name, number);
            else
                json.WriteNull(name);
        }

        void Decimals(string name, decimal? value)
        {
            json.WritePropertyName(name);
            if (isScored && value is { } number)
                json.WriteRawValue(number.ToString("0.00", CultureInfo.InvariantCulture), skipInputValidation: true);
            else
                json.WriteNullValue();
        }
    }
}
