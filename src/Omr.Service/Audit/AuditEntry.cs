using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Omr.Service.Audit;

/// <summary>
/// An entry of the log and its canonical bytes, which are hashed: format 1, the number in 8 bytes, then each text as the
/// length of its UTF-8 in 4 bytes and the UTF-8 itself, big-endian. No two entries have the same bytes.
/// </summary>
/// <param name="Number">Place in the log, from 1.</param>
/// <param name="Time">When, UTC, as the database writes it (<see cref="TimeText"/>).</param>
/// <param name="Who">Account.</param>
/// <param name="Role">Its role then.</param>
/// <param name="Act">What was done.</param>
/// <param name="Subject">To what.</param>
/// <param name="Before">How it was.</param>
/// <param name="After">How it is.</param>
/// <param name="Why">The reason given.</param>
internal sealed record AuditEntry(
    long Number, string Time, string Who, string Role, string Act, string Subject, string Before, string After, string Why)
{
    /// <summary>Texts of an entry.</summary>
    public const int Texts = 8;

    private const byte Format = 1;
    private const int HeadBytes = 1 + sizeof(long);

    /// <summary>A time as the database writes it.</summary>
    public static string TimeText(DateTime utc) => utc.ToString(@"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF", CultureInfo.InvariantCulture);

    /// <summary>The canonical bytes.</summary>
    public byte[] ToBytes()
    {
        string[] texts = [Time, Who, Role, Act, Subject, Before, After, Why];
        var bytes = Begin(Number, texts.Sum(Encoding.UTF8.GetByteCount), out var at);
        foreach (var text in texts)
            Put(bytes, ref at, Encoding.UTF8.GetBytes(text));
        return bytes;
    }

    /// <summary>Canonical bytes with room for all texts, which are then put in the order of this type.</summary>
    public static byte[] Begin(long number, int bytesOfTexts, out int at)
    {
        var bytes = new byte[HeadBytes + (Texts * sizeof(int)) + bytesOfTexts];
        bytes[0] = Format;
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(1), number);
        at = HeadBytes;
        return bytes;
    }

    /// <summary>Puts the next text, in UTF-8.</summary>
    public static void Put(byte[] bytes, ref int at, ReadOnlySpan<byte> text)
    {
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(at), text.Length);
        text.CopyTo(bytes.AsSpan(at + sizeof(int)));
        at += sizeof(int) + text.Length;
    }

    /// <summary>The entry of canonical bytes made by this program.</summary>
    public static AuditEntry Parse(ReadOnlySpan<byte> bytes)
    {
        var texts = new string[Texts];
        var number = BinaryPrimitives.ReadInt64BigEndian(bytes[1..]);
        var rest = bytes[HeadBytes..];
        for (var i = 0; i < Texts; i++)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(rest);
            texts[i] = Encoding.UTF8.GetString(rest.Slice(sizeof(int), length));
            rest = rest[(sizeof(int) + length)..];
        }

        return new(number, texts[0], texts[1], texts[2], texts[3], texts[4], texts[5], texts[6], texts[7]);
    }
}
