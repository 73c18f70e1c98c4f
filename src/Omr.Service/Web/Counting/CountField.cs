namespace Omr.Service.Web.Counting;

/// <summary>A count to type.</summary>
/// <param name="Name">Its name in the API.</param>
/// <param name="Label">What it is.</param>
/// <param name="Hint">What counts; may be empty.</param>
/// <param name="Value">What is known.</param>
/// <param name="Stored">What the stored report says, which may be less than is known.</param>
public sealed record CountField(string Name, Wording Label, Wording Hint, int? Value, int? Stored);
