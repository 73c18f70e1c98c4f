using Omr.Service.Rosters;

namespace Omr.Service.Api;

/// <summary>How many rows of each kind a list has.</summary>
/// <param name="Baru">New.</param>
/// <param name="Berubah">Known and changed.</param>
/// <param name="Dihapus">Taken off.</param>
/// <param name="Tetap">Known and the same.</param>
/// <param name="Salah">Errors.</param>
internal sealed record ImportCounts(int Baru, int Berubah, int Dihapus, int Tetap, int Salah)
{
    public static ImportCounts Of<T>(ListDiff<T> diff, int errors) =>
        new(diff.Added.Length, diff.Changed.Length, diff.Removed.Length, diff.Unchanged, errors);
}
