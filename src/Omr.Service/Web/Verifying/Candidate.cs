using Omr.Service.Reconciliation;
using Omr.Service.Reconciliation.Live;
using Omr.Service.Rosters;

namespace Omr.Service.Web.Verifying;

/// <summary>A present participant of the room without a sheet, to whom a sheet without a sure number may belong.</summary>
/// <param name="Number">Participant number.</param>
/// <param name="Name">Name.</param>
/// <param name="Seat">Seat.</param>
/// <param name="Birth">Date of birth as it is bubbled, DDMMYY.</param>
/// <param name="Why">How near it is; nothing for those that are only left over.</param>
public sealed record Candidate(string Number, string Name, string Seat, string Birth, Wording Why)
{
    /// <summary>The candidates for a page of a room, the nearest first.</summary>
    internal static IReadOnlyList<Candidate> Of(ProvinceState state, string room, long page)
    {
        if (RoomId.Parse(room) is not { } id || !state.Rooms.TryGetValue(id, out var found))
            return [];
        var envelope = found.Judgement.Envelope;
        var left = envelope.Seats.Where(s => s.Sheets.IsEmpty && state.Exam.IsPresent(s.Participant)).Select(s => s.Participant).ToList();
        var sheet = envelope.Unclear.Concat(envelope.Unknown).FirstOrDefault(s => s.Id.Row == page);
        var near = sheet is null ? [] : NumberSuggestion.Fitting(sheet, left).Concat(NumberSuggestion.Near(sheet, left)).DistinctBy(s => s.Participant.Number).ToList();
        return
        [
            .. near.Select(s => Of(s.Participant, s.Why.Indonesian.Length > 0 ? s.Why : Fits)),
            .. left.Where(p => !near.Exists(s => s.Participant == p)).Select(p => Of(p, Wording.None)),
        ];
    }

    private static Wording Fits { get; } = new("cocok dengan angka yang jelas", "fits the sure digits");

    private static Candidate Of(Participant p, Wording why) =>
        new(p.Number, p.Name, p.Seat, p.BirthDate.ToString("ddMMyy", System.Globalization.CultureInfo.InvariantCulture), why);
}
