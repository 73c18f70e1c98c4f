using Omr.Service.Publication;
using Omr.Service.Runs;

namespace Omr.Service.Web.Releasing;

/// <summary>A run.</summary>
/// <param name="Run">The run.</param>
/// <param name="Tally">What it says, counted; null while that is being worked out.</param>
/// <param name="Newest">Number of the newest run.</param>
/// <param name="Others">The runs that it may be compared with, the nearest older one first.</param>
/// <param name="Kabs">Its kabs.</param>
/// <param name="Releases">The newest releases of all runs.</param>
public sealed record RunModel(
    RunView Run, RunTally? Tally, long Newest, IReadOnlyList<RunView> Others, IReadOnlyList<KabLine> Kabs, IReadOnlyList<ReleaseView> Releases);
