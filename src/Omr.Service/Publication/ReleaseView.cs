using Omr.Service.Storage;

namespace Omr.Service.Publication;

/// <summary>A release as its callers see it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Run">The scoring run.</param>
/// <param name="Kab">The kab.</param>
/// <param name="Pengusul">Who started the run.</param>
/// <param name="Pengesah">Who approved.</param>
/// <param name="Waktu">When, UTC.</param>
/// <param name="Catatan">What was said with it.</param>
public sealed record ReleaseView(
    long Id, long Run, string Kab, string Pengusul, string Pengesah, DateTime Waktu, string Catatan)
{
    /// <summary>The release for a caller.</summary>
    internal static ReleaseView Of(ReleaseRow row) =>
        new(row.Id, row.RunId, row.Kab, row.ProposedBy, row.ApprovedBy, row.At, row.Note);
}
