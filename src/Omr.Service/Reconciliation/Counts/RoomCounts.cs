using System.Collections.Immutable;
using Omr.Service.Rosters;
using Omr.Service.Scoring;

namespace Omr.Service.Reconciliation.Counts;

/// <summary>Everything that is counted in a room, by the lists, by its supervisor and by the scanner.</summary>
/// <param name="Room">The room.</param>
/// <param name="HasArrived">Whether anything of its envelope was scanned.</param>
/// <param name="Registered">Participants on the roster.</param>
/// <param name="Listed">Of these, how many the attendance list names.</param>
/// <param name="Present">Hadir, by the attendance list.</param>
/// <param name="Absent">Tidak hadir, by the attendance list.</param>
/// <param name="Report">What the supervisor reports.</param>
/// <param name="Sheets">Sheets scanned in its batch: unused forms and repeated scans left out, open refused pages with them.</param>
/// <param name="Numbers">Participants of the room whose number at least one sheet bears.</param>
/// <param name="Numbered">Sheets that bear a participant's number.</param>
/// <param name="PresentWithSheet">Present participants with a sheet.</param>
/// <param name="Spares">Spares that bear a participant's number.</param>
/// <param name="NamesSubject">Of the numbered sheets: those that don't name another subject than the roster.</param>
/// <param name="PackageRead">Sheets of the package that is farthest from its plan; 0 where there is one package only.</param>
/// <param name="PackagePlanned">How many of it were planned.</param>
/// <param name="Statuses">How many participants have each status.</param>
internal sealed record RoomCounts(
    RoomId Room,
    bool HasArrived,
    int Registered,
    int Listed,
    int Present,
    int Absent,
    RoomReport Report,
    int Sheets,
    int Numbers,
    int Numbered,
    int PresentWithSheet,
    int Spares,
    int NamesSubject,
    int? PackageRead,
    int? PackagePlanned,
    ImmutableSortedDictionary<ScoreStatus, int> Statuses)
{
    /// <summary>Participants for whom a key, a list or the envelope is waited for.</summary>
    public int Waiting => Of(ScoreStatus.MK) + Of(ScoreStatus.MH) + Of(ScoreStatus.MA);

    /// <summary>Whether the attendance list names everybody.</summary>
    public bool IsListed => Listed == Registered;

    /// <summary>How many have that status.</summary>
    public int Of(ScoreStatus status) => Statuses.GetValueOrDefault(status);

    /// <summary>Counts a room.</summary>
    public static RoomCounts Of(Exam exam, RoomId room, Judgement judgement, RoomReport? report)
    {
        var envelope = judgement.Envelope;
        var sheets = envelope.Seats.SelectMany(s => s.Sheets.Select(sheet => (s.Participant, Sheet: sheet))).ToList();
        var package = PackageBalance.Farthest(exam, envelope.Seats);
        return new(
            room,
            envelope.HasArrived,
            envelope.Seats.Length,
            envelope.Seats.Count(s => exam.EntryOf(s.Participant) is not null),
            judgement.Balance.Present,
            judgement.Balance.Absent,
            report ?? RoomReport.Empty(room),
            envelope.Filled + envelope.Refused.Length,
            envelope.Seats.Count(s => !s.Sheets.IsEmpty),
            sheets.Count,
            judgement.Balance.WithSheet,
            sheets.Count(s => s.Sheet.Number.Spare.Length > 0),
            sheets.Count(s => s.Sheet.Subject.Certain is not { } named || named == s.Participant.Subject),
            package?.Read ?? (envelope.HasArrived ? 0 : null),
            package?.Planned ?? (envelope.HasArrived ? 0 : null),
            judgement.Balance.Statuses);
    }
}
