using System.Collections.Immutable;

namespace Omr.Service.Runs;

/// <summary>What runs and releases ask of the live state.</summary>
/// <param name="Snapshot">How everybody stands now; null while nothing can be scored (no roster, no sealed key).</param>
/// <param name="Hindrances">Why the scores of a kab may not be released; empty if they may.</param>
internal sealed record RunInputs(
    Func<CancellationToken, Task<RunSnapshot?>> Snapshot,
    Func<string, CancellationToken, Task<ImmutableArray<Wording>>> Hindrances)
{
    /// <summary>Nothing to score, so nothing to release.</summary>
    public static RunInputs None { get; } = new(
        static _ => Task.FromResult<RunSnapshot?>(null),
        static (_, _) => Task.FromResult<ImmutableArray<Wording>>([]));
}
