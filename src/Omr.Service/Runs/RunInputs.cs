using System.Collections.Immutable;
using Omr.Service.Storage;

namespace Omr.Service.Runs;

/// <summary>What runs and releases ask of the live state.</summary>
/// <param name="Snapshot">How everybody stands now; null while nothing can be scored (no roster, no sealed key).</param>
/// <param name="Hindrances">Why the scores of a kab in a run may not be released; empty if they may.</param>
internal sealed record RunInputs(
    Func<CancellationToken, Task<RunSnapshot?>> Snapshot,
    Func<RunRow, string, CancellationToken, Task<ImmutableArray<Wording>>> Hindrances);
