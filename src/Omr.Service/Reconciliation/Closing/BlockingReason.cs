using Omr.Service.Rosters;

namespace Omr.Service.Reconciliation.Closing;

/// <summary>Why scores can't be released yet.</summary>
/// <param name="Room">Where; null where it concerns the whole province.</param>
/// <param name="Count">How many sheets, participants or findings it is about.</param>
/// <param name="Why">What is off, by how many, and what to do.</param>
internal sealed record BlockingReason(RoomId? Room, int Count, Wording Why);
