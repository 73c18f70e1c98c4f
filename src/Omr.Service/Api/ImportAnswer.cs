namespace Omr.Service.Api;

/// <summary>What a list changes, or changed.</summary>
/// <param name="Berkas">Name of the list.</param>
/// <param name="Diterapkan">Whether it is written.</param>
/// <param name="Confirm">
/// What to give as <c>confirm</c> so that exactly this is applied; null if it is applied already, or can't be.
/// </param>
/// <param name="Jumlah">How many rows of each kind.</param>
/// <param name="Baru">The first new rows.</param>
/// <param name="Berubah">The first rows that change.</param>
/// <param name="Dihapus">The first rows that go.</param>
/// <param name="Salah">The first errors.</param>
internal sealed record ImportAnswer<TRow>(
    string Berkas,
    bool Diterapkan,
    string? Confirm,
    ImportCounts Jumlah,
    IReadOnlyList<TRow> Baru,
    IReadOnlyList<ChangedRow> Berubah,
    IReadOnlyList<TRow> Dihapus,
    IReadOnlyList<WrongRow> Salah)
{
    /// <summary>How many rows of each kind are shown.</summary>
    public const int Shown = 200;
}
