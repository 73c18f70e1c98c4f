namespace Omr.Service.Web.Counting;

/// <summary>Counts that are made together.</summary>
/// <param name="Title">What they are.</param>
/// <param name="Fields">The counts.</param>
public sealed record CountGroup(Wording Title, IReadOnlyList<CountField> Fields);
