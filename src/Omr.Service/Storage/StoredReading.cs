using System.Runtime.InteropServices;
using Omr.Engine;

namespace Omr.Service.Storage;

/// <summary>
/// A reading in the shape in which it is kept for years: names instead of the engine's enumerations, so that these may
/// change, and types that the serializer writes without looking anything up. The ink of the bubbles, some six hundred
/// numbers that as text would take longer than all the rest, is bytes (single precision, little endian).
/// </summary>
internal sealed record StoredReading(
    int Page,
    string TemplateId,
    int TemplateVersion,
    string Serial,
    string Number,
    string NumberStatus,
    string NumberDoubt,
    string Barcode,
    string Bubbled,
    StoredItem[] Items,
    byte[] Ink,
    float MarkThreshold,
    float BlankThreshold,
    RegistrationQuality Quality)
{
    public static StoredReading Of(SheetReading r) => new(
        r.Page, r.TemplateId, r.TemplateVersion, r.Serial,
        r.Identity.Value, r.Identity.Status.ToString(), r.Identity.Doubt.ToString(), r.Identity.Barcode, r.Identity.Bubbled,
        [.. r.Items.Select(StoredItem.Of)], MemoryMarshal.AsBytes(r.Ink.AsSpan()).ToArray(), r.MarkThreshold, r.BlankThreshold, r.Quality);

    /// <exception cref="ArgumentException">A status that isn't known.</exception>
    public SheetReading ToReading() => new(
        Page, TemplateId, TemplateVersion, Serial,
        new(Number, Enum.Parse<ReadStatus>(NumberStatus), Enum.Parse<DoubtReason>(NumberDoubt), Barcode, Bubbled),
        [.. Items.Select(i => i.ToItem())], [.. MemoryMarshal.Cast<byte, float>(Ink)], MarkThreshold, BlankThreshold, Quality);
}
