using Omr.Engine;
using Omr.Service.Review;
using Omr.Service.Sheets;

namespace Omr.Service.Web.Sheets;

/// <summary>A sheet.</summary>
/// <param name="Sheet">What was read.</param>
/// <param name="Corrections">What people proposed and decided about it.</param>
/// <param name="Room">The room that it belongs to; empty if none is known.</param>
public sealed record SheetModel(SheetView Sheet, IReadOnlyList<CorrectionView> Corrections, string Room)
{
    /// <summary>What is doubtful on it.</summary>
    public IReadOnlyList<SheetView.Item> Doubts => [.. Sheet.Bacaan?.Isian.Where(i => i.Status == ReadStatus.Doubtful) ?? []];

    /// <summary>A field's values in a line; a place with nothing sure in it is <c>_</c> or <c>?</c>.</summary>
    public string Field(string name) => string.Concat((Sheet.Bacaan?.Isian ?? []).Where(i => i.Isian == name).Select(i => i.Status switch
    {
        ReadStatus.Ok => i.Nilai,
        ReadStatus.Blank => name == "nama" ? " " : "_",
        _ => "?",
    })).TrimEnd();

    /// <summary>The answers, item by item.</summary>
    public IReadOnlyList<SheetView.Item> Answers => [.. Sheet.Bacaan?.Isian.Where(i => i.Isian == "jawaban") ?? []];

    /// <summary>Whether what was proposed isn't shown: fields of a page that two people key in blindly, until both agree.</summary>
    public bool IsHidden(CorrectionView correction) =>
        Sheet.Ditolak is not null && correction.Isian != CorrectionField.Page && correction.Status != CorrectionStatus.Diterima;

    /// <summary>Whether a picture with what was seen can be drawn.</summary>
    public bool CanDraw => Sheet.Ditolak is null || SheetPictures.CanDraw(Sheet.Ditolak.Kode);
}
