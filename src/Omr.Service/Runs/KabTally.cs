namespace Omr.Service.Runs;

/// <summary>A kab in a run.</summary>
/// <param name="Kab">Its code.</param>
/// <param name="Participants">How many participants.</param>
/// <param name="Scored">How many of them have a score.</param>
public sealed record KabTally(string Kab, int Participants, int Scored);
