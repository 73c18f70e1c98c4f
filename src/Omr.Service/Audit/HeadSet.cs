using System.Collections.Immutable;

namespace Omr.Service.Audit;

/// <summary>The heads that somebody kept, by size, and what was wrong with some.</summary>
/// <param name="Heads">Those whose signatures hold.</param>
/// <param name="Faults">Those that don't.</param>
internal sealed record HeadSet(ImmutableArray<KeptHead> Heads, ImmutableArray<AuditFinding> Faults)
{
    /// <summary>No heads.</summary>
    public static HeadSet None { get; } = new([], []);

    /// <summary>The smallest head that covers that entry; null if none does.</summary>
    public KeptHead? Covering(long entry) => Heads.FirstOrDefault(h => h.Head.Size >= entry);
}
