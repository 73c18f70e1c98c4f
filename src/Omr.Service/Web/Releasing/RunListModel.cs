namespace Omr.Service.Web.Releasing;

/// <summary>The scoring runs.</summary>
/// <param name="Runs">A page of them, the newest first.</param>
/// <param name="Next">Where the next page begins; null at the end.</param>
/// <param name="IsFirst">Whether the page begins with the newest.</param>
public sealed record RunListModel(IReadOnlyList<RunLine> Runs, long? Next, bool IsFirst);
