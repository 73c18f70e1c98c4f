using Omr.Service.Reconciliation.Live;
using Omr.Service.Scoring;

namespace Omr.Service.Reconciliation.Closing;

/// <summary>
/// Where the sheets of a room, or of many, are: printed = issued = scanned = scored + parked + absent. One personal sheet is
/// printed for each registered participant, and a spare counts once it was used; so all of them count participants, each
/// once, and the spares.
/// <list type="bullet">
/// <item><b>Printed</b>: everybody registered, and the spares used.</item>
/// <item><b>Issued</b>: of these, whom the attendance list names: present (handed out) or absent (kept back).</item>
/// <item><b>Scanned</b>: of these, all with a sheet, and those of whom none is expected any more: absent, cancelled, or
/// lost and settled (status LH, its D10 or the whole envelope's D27 closed by the Ketua).</item>
/// <item><b>Scored</b>: status DN or LK, and the spares, which lie with their owners.</item>
/// <item><b>Parked</b>: status DT, TB, RV, BT, or LH and settled: no score, and a status that says why. Whether somebody may
/// stay so is a matter of the finding, which must be closed.</item>
/// <item><b>Absent</b>: status TH.</item>
/// </list>
/// Who waits drops out of the chain where it is waited for: for the list (MH) after printed, for the envelope (MA) or a lost
/// sheet (LH) after issued, for the key (MK) after scanned.
/// </summary>
internal sealed record SheetsBalance(int Printed, int Issued, int Scanned, int Scored, int Parked, int Absent)
{
    /// <summary>Whether they agree.</summary>
    public bool Holds => Printed == Issued && Issued == Scanned && Scanned == Scored + Parked + Absent;

    /// <summary>The counts of a room.</summary>
    public static SheetsBalance Of(RoomState room, ProvinceState state)
    {
        var listed = state.ResultsOf(room).Where(r => state.Exam.EntryOf(r.Participant) is not null).ToList();
        int Of(params ScoreStatus[] statuses) => listed.Count(r => statuses.Contains(r.Status));
        var lost = state.IsGivenUp(room) ? 0 : listed.Count(r => r.Status == ScoreStatus.LH && !IsSettled(r, state.Acts));
        var spares = room.Counts.Spares;
        return new(
            room.Counts.Registered + spares,
            listed.Count + spares,
            listed.Count - lost - Of(ScoreStatus.MA) + spares,
            Of(ScoreStatus.DN, ScoreStatus.LK) + spares,
            Of(ScoreStatus.DT, ScoreStatus.TB, ScoreStatus.RV, ScoreStatus.BT, ScoreStatus.LH) - lost,
            Of(ScoreStatus.TH));
    }

    /// <summary>The counts of both together; that both agree in themselves must be asked of each.</summary>
    public SheetsBalance Add(SheetsBalance other) => new(
        Printed + other.Printed, Issued + other.Issued, Scanned + other.Scanned,
        Scored + other.Scored, Parked + other.Parked, Absent + other.Absent);

    private static bool IsSettled(ParticipantResult lost, FindingActs acts) =>
        acts.IsClosed(new("D10", lost.Participant.Room.ToString(), lost.Participant.Number, ""));
}
