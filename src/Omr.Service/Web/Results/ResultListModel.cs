namespace Omr.Service.Web.Results;

/// <summary>Results that were looked for.</summary>
/// <param name="Filter">Which.</param>
/// <param name="Lines">A page of them.</param>
/// <param name="Found">How many there are in all.</param>
/// <param name="Next">Where the next page begins; null at the end.</param>
/// <param name="Kabs">The kabs that there are.</param>
/// <param name="Subjects">The subjects that there are.</param>
public sealed record ResultListModel(
    ResultFilter Filter, IReadOnlyList<ResultLine> Lines, int Found, string? Next, IReadOnlyList<string> Kabs, IReadOnlyList<string> Subjects);
