using Omr.Service.Reconciliation.Live;
using Omr.Service.Scoring;

namespace Omr.Service.Reconciliation.Closing;

/// <summary>
/// Where the sheets of a room, or of many, are: printed = issued = scanned = scored + parked + absent. One personal sheet is
/// printed for each registered participant, and a spare counts once it was used; so all five count participants, each once,
/// and the spares.
/// <list type="bullet">
/// <item><b>Printed</b>: registered, and the spares used.</item>
/// <item><b>Issued</b>: those whom the attendance list names, present (handed out) or absent (kept back), and the spares.</item>
/// <item><b>Scanned</b>: those with a sheet; the absent and cancelled, of whom none is expected; and those whose loss the
/// Ketua settled by closing D10; and the spares.</item>
/// <item><b>Scored</b>: DN and LK, and the spares, which lie with their owners.</item>
/// <item><b>Parked</b>: DT, TB, RV, BT and LH: no score, with a status that says why. Whether such a one may stay so is a
/// matter of its finding, which must be closed.</item>
/// <item><b>Absent</b>: TH.</item>
/// </list>
/// Who waits for a key, a list or the envelope (MK, MH, MA) is in none of the last three, so the sum doesn't hold.
/// </summary>
internal sealed record SheetsBalance(int Printed, int Issued, int Scanned, int Scored, int Parked, int Absent)
{
    /// <summary>Whether the four agree.</summary>
    public bool Holds => Printed == Issued && Issued == Scanned && Scanned == Scored + Parked + Absent;

    /// <summary>The counts of a room.</summary>
    public static SheetsBalance Of(RoomState room, FindingActs acts)
    {
        var counts = room.Counts;
        var scanned = room.Judgement.Results.Zip(room.Judgement.Envelope.Seats).Count(p =>
            !p.Second.Sheets.IsEmpty
            || p.First.Status is ScoreStatus.TH or ScoreStatus.BT
            || (p.First.Status == ScoreStatus.LH && IsSettled(room, p.First.Participant.Number, acts)));
        return new(
            counts.Registered + counts.Spares,
            counts.Listed + counts.Spares,
            scanned + counts.Spares,
            counts.Of(ScoreStatus.DN) + counts.Of(ScoreStatus.LK) + counts.Spares,
            counts.Of(ScoreStatus.DT) + counts.Of(ScoreStatus.TB) + counts.Of(ScoreStatus.RV) + counts.Of(ScoreStatus.BT)
                + counts.Of(ScoreStatus.LH),
            counts.Of(ScoreStatus.TH));
    }

    private static bool IsSettled(RoomState room, string number, FindingActs acts) =>
        acts.IsClosed(new("D10", room.Room.ToString(), number, ""));

    /// <summary>The counts of both together; that both agree in themselves must be asked of each.</summary>
    public SheetsBalance Add(SheetsBalance other) => new(
        Printed + other.Printed, Issued + other.Issued, Scanned + other.Scanned,
        Scored + other.Scored, Parked + other.Parked, Absent + other.Absent);
}
