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
    ImmutableSortedDictionary<ScoreStatus, int> Statuses)
{
    /// <summary>Whether every equality holds.</summary>
    public bool Holds =>
        Registered == Present + Absent
        && Present == WithSheet + Missing
        && Pages == Read + Refused + Repeated
        && Read == WithSheet + Extra + OfAbsent + Unknown + Unclear + Unused
        && Registered == Statuses.Values.Sum();
}
