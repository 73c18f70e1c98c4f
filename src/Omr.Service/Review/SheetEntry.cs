namespace Omr.Service.Review;

/// <summary>
/// What somebody keys in from the picture of a sheet that could not be read. What two people keyed in alike already may be left out (null).
/// </summary>
/// <param name="Nomor">The participant number.</param>
/// <param name="KdMapel">The subject code.</param>
/// <param name="Paket">The package.</param>
/// <param name="Jawaban">The answers from item 1, one for each: <c>A</c>, empty for blank, <c>A|C</c> for a double.</param>
/// <param name="Alasan">Why it is keyed in; needed for whatever nobody else has keyed in yet.</param>
internal sealed record SheetEntry(
    string? Nomor = null, string? KdMapel = null, string? Paket = null, IReadOnlyList<string?>? Jawaban = null, string? Alasan = null)
{
    /// <summary>What it says of a field, as a proposal; null if nothing.</summary>
    public Proposal? Of(long page, EntryField field, string reason)
    {
        var value = field.Isian switch
        {
            CorrectionField.Identity => Nomor,
            CorrectionField.Subject => KdMapel,
            CorrectionField.Package => Paket,
            _ => Jawaban?.ElementAtOrDefault(field.Butir - 1),
        };
        return value is null ? null : new Proposal(page, field.Isian, field.Butir, value, reason).Normal;
    }
}
