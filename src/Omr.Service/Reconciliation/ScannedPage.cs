using Omr.Engine;
using Omr.Service.Rosters;

namespace Omr.Service.Reconciliation;

/// <summary>A page of the pile with what the engine made of it.</summary>
/// <param name="Id">Which page.</param>
/// <param name="Folder">The room whose folder it lay in (<c>KAB-LOKASI-RUANG</c>); null in a flat folder.</param>
/// <param name="Outcome">Its reading or its refusal.</param>
public sealed record ScannedPage(PageId Id, RoomId? Folder, ReadOutcome Outcome);
