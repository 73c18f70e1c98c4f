using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Omr.Engine;
using Omr.Service.Rosters;
using Omr.Service.Scoring;

namespace Omr.Service.Reconciliation;

/// <summary>
/// A sheet that was read, reduced to what scoring and reconciliation need, so that a province's sheets fit in memory.
/// </summary>
/// <param name="Id">The page it was read from.</param>
/// <param name="Folder">The room whose folder it lay in; null in a flat folder.</param>
/// <param name="Paper">Form, version and serial of the paper; empty if the form has no serial.</param>
/// <param name="Picture">Hash of all ink scores: the same picture gives the same readings to the byte.</param>
/// <param name="Number">The participant number.</param>
/// <param name="Subject">The bubbled subject.</param>
/// <param name="Package">The bubbled package.</param>
/// <param name="Birth">The bubbled date of birth, DDMMYY.</param>
/// <param name="Name">The bubbled name.</param>
/// <param name="Answers">The answers from item 1.</param>
/// <param name="IsUntouched">Whether no field of the participant's bears a mark.</param>
/// <param name="Turn">By how many degrees the scan had to be turned.</param>
/// <param name="IsBlackAndWhite">Whether it was scanned in black and white only: faint marks may be missing.</param>
public sealed record Sheet(
    PageId Id,
    RoomId? Folder,
    string Paper,
    string Picture,
    SheetNumber Number,
    CodeReading Subject,
    CodeReading Package,
    CodeReading Birth,
    CodeReading Name,
    ImmutableArray<Answer> Answers,
    bool IsUntouched,
    int Turn,
    bool IsBlackAndWhite)
{
    // The supervisor's panel is the one field that the participant doesn't fill.
    private const string Panel = "panel";

    /// <summary>Whether no item is answered, surely.</summary>
    public bool HasNoAnswers => !Answers.IsEmpty && Answers.All(a => a.Status == ReadStatus.Blank);

    /// <summary>Answers that a person would have to look at.</summary>
    public int Doubts => Answers.Count(a => a.Status == ReadStatus.Doubtful);

    /// <summary>Takes what matters from a reading.</summary>
    public static Sheet Of(PageId id, RoomId? folder, SheetReading reading)
    {
        var fields = reading.Items.ToLookup(i => i.Field);
        return new(
            id,
            folder,
            reading.Serial.Length == 0 ? "" : $"{reading.TemplateId}/{reading.TemplateVersion}/{reading.Serial}",
            Hash(reading.Ink),
            SheetNumber.Of(reading.Identity, CodeReading.Of(fields["nomor_peserta"])),
            CodeReading.Of(fields["kd_mapel"]),
            CodeReading.Of(fields["paket"]),
            CodeReading.Of(fields["tgl_lahir"]),
            CodeReading.Of(fields["nama"]),
            [.. fields["jawaban"].OrderBy(i => i.Item).Select(i => new Answer(i.Status, i.Value))],
            reading.Items.All(i => i.Field == Panel || i.Status == ReadStatus.Blank),
            reading.Quality.Turn,
            reading.Quality.Bilevel);
    }

    private static string Hash(ImmutableArray<float> ink) =>
        Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(ink.AsSpan())));
}
