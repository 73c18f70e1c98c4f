namespace Omr.Service.Sampling;

/// <summary>Where people read something else than the machine.</summary>
/// <param name="Sheet">Number of the sheet.</param>
/// <param name="Field">Field, as on the form.</param>
/// <param name="Item">Item; 0 where there is none.</param>
/// <param name="Machine">What the machine read.</param>
/// <param name="People">What people read.</param>
internal sealed record SampleDifference(long Sheet, string Field, int Item, string Machine, string People);
