using Omr.Service.Scoring;

namespace Omr.Service.Web.Reconciling;

/// <summary>A participant of a room, without a score.</summary>
/// <param name="Number">Participant number.</param>
/// <param name="Name">Name.</param>
/// <param name="Seat">Seat.</param>
/// <param name="Subject">Subject.</param>
/// <param name="IsPresent">Whether they came; null while the attendance list doesn't say.</param>
/// <param name="Sheets">The pages that bear the number, by their numbers in the ledger.</param>
/// <param name="Status">What became of them.</param>
public sealed record SeatView(string Number, string Name, string Seat, string Subject, bool? IsPresent, IReadOnlyList<long> Sheets, ScoreStatus Status);
