namespace Omr.Service.Web.Layout;

/// <summary>A step of the way from the province down to what is shown.</summary>
/// <param name="Name">What is there.</param>
/// <param name="Path">Its page; empty for the one being shown.</param>
public sealed record Crumb(Wording Name, string Path);
