using System.Collections.Immutable;

namespace Omr.Service.Audit;

/// <summary>What came of verifying a log.</summary>
/// <param name="Entries">Entries that were read.</param>
/// <param name="Root">Root of the tree over them, made from the entries themselves.</param>
/// <param name="Heads">Heads that the log agrees with.</param>
/// <param name="Covered">Entries that the largest of these covers; what comes behind is vouched for by nobody yet.</param>
/// <param name="Findings">What is wrong; empty if nothing is.</param>
internal sealed record AuditReport(long Entries, string Root, int Heads, long Covered, ImmutableArray<AuditFinding> Findings);
