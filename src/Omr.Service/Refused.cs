namespace Omr.Service;

/// <summary>Why something asked for isn't done.</summary>
/// <param name="Status">The HTTP status that says so: 403 not by this account, 409 not now, 422 not like this.</param>
/// <param name="Why">The reason, and what to do.</param>
/// <param name="Reasons">Single reasons, where there are several.</param>
internal sealed record Refused(int Status, Wording Why, IReadOnlyList<Wording>? Reasons = null);
