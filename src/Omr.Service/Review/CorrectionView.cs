using Omr.Engine;
using Omr.Service.Storage;

namespace Omr.Service.Review;

/// <summary>A proposed correction as its callers see it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Lembar">The page.</param>
/// <param name="Isian">The field.</param>
/// <param name="Butir">The item; 0 for the whole field.</param>
/// <param name="Lama">What held before.</param>
/// <param name="Baru">What shall hold.</param>
/// <param name="Pasti">Whether the machine was sure of what this changes: look twice.</param>
/// <param name="PerluKetua">Whether only the Ketua may accept it: it moves a sheet whose number is certain.</param>
/// <param name="Alasan">Why.</param>
/// <param name="Pengusul">Who proposed it.</param>
/// <param name="Diusulkan">When, UTC.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Pemutus">Who decided; null while it waits.</param>
/// <param name="Diputus">When, UTC.</param>
/// <param name="Catatan">What was said with the decision.</param>
public sealed record CorrectionView(
    long Id,
    long Lembar,
    string Isian,
    int Butir,
    string Lama,
    string Baru,
    bool Pasti,
    bool PerluKetua,
    string Alasan,
    string Pengusul,
    DateTime Diusulkan,
    CorrectionStatus Status,
    string? Pemutus,
    DateTime? Diputus,
    string? Catatan)
{
    /// <summary>The correction for a caller.</summary>
    internal static CorrectionView Of(CorrectionRow row, CorrectionDecisionRow? decision, SheetReading? reading) => new(
        row.Id, row.PageId, row.Field, row.Item, row.Old, row.New, CorrectionRules.ChangesCertain(reading, row.Field, row.Item),
        CorrectionRules.NeedsChair(reading, row.Field), row.Reason, row.By, row.At,
        decision is null ? CorrectionStatus.Menunggu : decision.IsAccepted ? CorrectionStatus.Diterima : CorrectionStatus.Ditolak,
        decision?.By, decision?.At, decision?.Note);
}
