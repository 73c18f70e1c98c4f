using Omr.Service.Runs;

namespace Omr.Service.Web.Releasing;

/// <summary>What changed from one run to another.</summary>
/// <param name="From">The earlier one.</param>
/// <param name="To">The later one.</param>
/// <param name="Changes">A page of changes.</param>
/// <param name="Next">Where the next page begins; null at the end.</param>
/// <param name="IsFirst">Whether this is the first page.</param>
public sealed record ChangesModel(RunView From, RunView To, IReadOnlyList<ScoreChange> Changes, string? Next, bool IsFirst);
