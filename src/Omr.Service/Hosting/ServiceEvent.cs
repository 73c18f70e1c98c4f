using Omr.Service.Rosters;

namespace Omr.Service.Hosting;

/// <summary>Something that happened.</summary>
/// <param name="Kind">What, <c>sheet.read</c>.</param>
/// <param name="Room">Where; null for the whole province.</param>
/// <param name="Subject">To what: a sheet's number in the ledger, a participant number.</param>
internal sealed record ServiceEvent(string Kind, RoomId? Room, string Subject);
