using System.Globalization;
using Omr.Service.Rosters;

namespace Omr.Service.Reconciliation.Counts;

/// <summary>
/// What the live service tells of a room besides the judgement of its batch: order of the batch (D13), spares (D15), other
/// name or date of birth (D18), contradictory minutes (D21), too many in a room (D24), envelope not there yet (D27). A supervisor of
/// the room's own subject (D24) isn't known.
/// </summary>
internal static class RoomFindings
{
    private const int MostSeats = 24;

    /// <summary>The findings.</summary>
    public static IEnumerable<Finding> Of(RoomCounts counts, Envelope envelope)
    {
        Finding About(string code, Wording what, bool isOpen, string facts = "") =>
            new(code, counts.Room, "", null, what, isOpen, facts);

        if (!counts.HasArrived && counts.Registered > 0)
            yield return About("D27", RoomText.NotArrived(counts.Registered), isOpen: true);
        if (counts.Registered > MostSeats)
            yield return About("D24", RoomText.TooMany(counts.Registered, MostSeats), isOpen: false);
        if (FirstOutOfOrder(envelope) is { } late)
            yield return new("D13", counts.Room, late.Number.Text, late.Id, RoomText.OutOfOrder(late), IsOpen: false);
        foreach (var rule in Equalities.Rules.Where(r => r.Finding.Length > 0 && r.State(counts) == EqualityState.Off))
            yield return About(rule.Finding, RoomText.Contradiction(rule, counts), isOpen: true, RoomText.Facts(rule, counts));
        foreach (var (person, sheets) in envelope.Seats.Select(s => (s.Participant, s.Sheets)))
        {
            foreach (var sheet in sheets.Where(s => s.Number.Spare.Length > 0))
                yield return new("D15", counts.Room, person.Number, sheet.Id, RoomText.SpareUsed(sheet), IsOpen: false);
            foreach (var sheet in sheets)
            {
                var other = (HasOtherBirth(person, sheet) ? RoomText.OtherBirth(person, sheet) : Wording.None)
                    + (NameComparison.IsOther(sheet.Name, person.Name) ? RoomText.OtherName(person, sheet) : Wording.None);
                if (other != Wording.None)
                    yield return new("D18", counts.Room, person.Number, sheet.Id, other + RoomText.NotHeld, IsOpen: false);
            }
        }
    }

    private static bool HasOtherBirth(Participant person, Sheet sheet) =>
        sheet.Birth.Certain is { } read && read != person.BirthDate.ToString("ddMMyy", CultureInfo.InvariantCulture);

    // Only sheets of the room itself have an order in it.
    private static Sheet? FirstOutOfOrder(Envelope envelope)
    {
        var own = envelope.Seats.Select(s => s.Participant.Number).ToHashSet(StringComparer.Ordinal);
        Sheet? last = null;
        foreach (var sheet in envelope.Owned.Where(s => own.Contains(s.Number.Text)))
        {
            if (last is not null && string.CompareOrdinal(sheet.Number.Text, last.Number.Text) < 0)
                return sheet;
            last = sheet;
        }
        return null;
    }
}
