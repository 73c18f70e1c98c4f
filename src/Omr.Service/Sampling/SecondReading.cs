namespace Omr.Service.Sampling;

/// <summary>What people read on a sheet without knowing what the machine read.</summary>
/// <param name="Participant">Participant number; <c>?</c> in it where they couldn't tell.</param>
/// <param name="Subject">Subject code.</param>
/// <param name="Package">Package.</param>
/// <param name="Answers">By item; options joined by <c>|</c>, empty for a blank, <c>?</c> where they couldn't tell.</param>
internal sealed record SecondReading(string Participant, string Subject, string Package, IReadOnlyDictionary<int, string> Answers);
