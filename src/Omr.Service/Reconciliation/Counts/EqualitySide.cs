namespace Omr.Service.Reconciliation.Counts;

/// <summary>One side of an equality.</summary>
/// <param name="Name">What is counted, and by whom.</param>
/// <param name="Count">How many; null while nobody knows.</param>
internal sealed record EqualitySide(Wording Name, int? Count);
