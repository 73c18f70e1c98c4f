using System.Collections.Immutable;
using Omr.Service.Scoring;

namespace Omr.Service.Reconciliation;

/// <summary>
/// The counts of a run. Every registered participant and every page is counted exactly once on each side, so
/// <see cref="Holds"/> is true of every run; it is asserted before anything is written.
/// </summary>
/// <param name="Rooms">Rooms of the roster.</param>
/// <param name="Registered">Terdaftar.</param>
/// <param name="Present">Hadir.</param>
/// <param name="Absent">Tidak hadir.</param>
/// <param name="WithSheet">Present participants whose number at least one sheet bears (LJK).</param>
/// <param name="Missing">Present participants whose number no sheet bears (hilang).</param>
/// <param name="Pages">Pages in the files.</param>
/// <param name="Read">Sheets read, each paper once (dibaca).</param>
/// <param name="Refused">Pages refused (ditolak).</param>
/// <param name="Repeated">Further scans of a paper that was read (ganda).</param>
/// <param name="Extra">Of the sheets read: second and further sheets with a present participant's number.</param>
/// <param name="OfAbsent">Of the sheets read: with an absent participant's number.</param>
/// <param name="Unknown">Of the sheets read: with a number that nobody has.</param>
/// <param name="Unclear">Of the sheets read: filled, without a certain number.</param>
/// <param name="Unused">Of the sheets read: forms that nobody filled.</param>
/// <param name="BlackAndWhite">Of the sheets read: scanned in black and white only.</param>
/// <param name="Unlisted">Participants of whom the attendance list says nothing yet.</param>
/// <param name="OfUnlisted">Of the sheets read: with the number of one of these.</param>
/// <param name="SetAside">Pages that two people put aside.</param>
/// <param name="Statuses">How many participants have each status.</param>
public sealed record Balance(
    int Rooms,
    int Registered,
    int Present,
    int Absent,
    int WithSheet,
    int Missing,
    int Pages,
    int Read,
    int Refused,
    int Repeated,
    int Extra,
    int OfAbsent,
    int Unknown,
    int Unclear,
    int Unused,
    int BlackAndWhite,
    int Unlisted,
    int OfUnlisted,
    int SetAside,
    ImmutableSortedDictionary<ScoreStatus, int> Statuses)
{
    /// <summary>Nothing at all.</summary>
    public static Balance None { get; } = new(
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ImmutableSortedDictionary<ScoreStatus, int>.Empty);

    /// <summary>Whether every equality holds.</summary>
    public bool Holds =>
        Registered == Present + Absent + Unlisted
        && Present == WithSheet + Missing
        && Pages == Read + Refused + Repeated + SetAside
        && Read == WithSheet + Extra + OfAbsent + OfUnlisted + Unknown + Unclear + Unused
        && Registered == Statuses.Values.Sum();

    /// <summary>The counts of a batch.</summary>
    internal static Balance Of(Exam exam, Envelope envelope, IEnumerable<ScoreStatus> statuses)
    {
        var seats = envelope.Seats.ToLookup(s => exam.EntryOf(s.Participant)?.Present);
        var withSheet = seats[true].Count(s => !s.Sheets.IsEmpty);
        return None with
        {
            Rooms = envelope.Seats.Select(s => s.Participant.Room).Distinct().Count(),
            Registered = envelope.Seats.Length,
            Present = seats[true].Count(),
            Absent = seats[false].Count(),
            WithSheet = withSheet,
            Missing = seats[true].Count(s => s.Sheets.IsEmpty),
            Pages = envelope.Pages,
            Read = envelope.Kept.Length,
            Refused = envelope.Refused.Length,
            Repeated = envelope.Repeats.Length,
            Extra = seats[true].Sum(s => s.Sheets.Length) - withSheet,
            OfAbsent = seats[false].Sum(s => s.Sheets.Length),
            Unknown = envelope.Unknown.Length,
            Unclear = envelope.Unclear.Length,
            Unused = envelope.Unused.Length,
            BlackAndWhite = envelope.Kept.Count(s => s.IsBlackAndWhite),
            Unlisted = seats[null].Count(),
            OfUnlisted = seats[null].Sum(s => s.Sheets.Length),
            SetAside = envelope.SetAside.Length,
            Statuses = statuses.CountBy(s => s).ToImmutableSortedDictionary(s => s.Key, s => s.Value),
        };
    }

    /// <summary>The counts of both together.</summary>
    internal Balance Add(Balance other) => Join(other, 1);

    /// <summary>The counts without those of the other.</summary>
    internal Balance Without(Balance other) => Join(other, -1);

    private Balance Join(Balance other, int sign) => new(
        Rooms + (sign * other.Rooms),
        Registered + (sign * other.Registered),
        Present + (sign * other.Present),
        Absent + (sign * other.Absent),
        WithSheet + (sign * other.WithSheet),
        Missing + (sign * other.Missing),
        Pages + (sign * other.Pages),
        Read + (sign * other.Read),
        Refused + (sign * other.Refused),
        Repeated + (sign * other.Repeated),
        Extra + (sign * other.Extra),
        OfAbsent + (sign * other.OfAbsent),
        Unknown + (sign * other.Unknown),
        Unclear + (sign * other.Unclear),
        Unused + (sign * other.Unused),
        BlackAndWhite + (sign * other.BlackAndWhite),
        Unlisted + (sign * other.Unlisted),
        OfUnlisted + (sign * other.OfUnlisted),
        SetAside + (sign * other.SetAside),
        Statuses.SetItems(other.Statuses.Select(s =>
            KeyValuePair.Create(s.Key, Statuses.GetValueOrDefault(s.Key) + (sign * s.Value)))));
}
