using Omr.Service.Reconciliation.Counts;
using Omr.Service.Rosters;

namespace Omr.Service.Web.Counting;

/// <summary>A room in the list of rooms to count.</summary>
/// <param name="Room">Which.</param>
/// <param name="Path">The page on which it is counted.</param>
/// <param name="Call">Where its count is sent: by that a phone knows what still waits on it.</param>
/// <param name="Registered">How many are registered in it.</param>
/// <param name="Seal">Number of its seal; empty without.</param>
/// <param name="State">How far the count is.</param>
public sealed record CountRoom(RoomId Room, string Path, string Call, int Registered, string Seal, CountState State);
