using Omr.Service.ItemAnalysis;
using Omr.Service.Runs;

namespace Omr.Service.Web.ItemStatistics;

/// <summary>The item analysis of a package.</summary>
/// <param name="Run">The run; null before the first.</param>
/// <param name="Runs">The newest runs, to choose from.</param>
/// <param name="Packages">The packages of the run.</param>
/// <param name="Chosen">The package; null if the run scored nobody.</param>
/// <param name="Facts">Its figures; null while they are being worked out.</param>
/// <param name="TellsKey">Whether whoever looks may know the key.</param>
public sealed record ItemsModel(
    RunView? Run, IReadOnlyList<RunView> Runs, IReadOnlyList<AnalysedPackage> Packages, AnalysedPackage? Chosen, PackageFacts? Facts, bool TellsKey)
{
    /// <summary>The page of an item.</summary>
    public string Path(int item) => $"/hasil/butir/{item}?run={Run!.Id}&mapel={Chosen!.KdMapel}&paket={Chosen.Paket}";
}
