namespace Omr.Service.Web.Reconciling;

/// <summary>Something that keeps scores from being released.</summary>
/// <param name="Where">Room; empty for the province.</param>
/// <param name="Path">Its page; empty for none.</param>
/// <param name="Why">What is off, and what to do.</param>
public sealed record ReleaseReason(string Where, string Path, Wording Why);
