using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Omr.Service.Access;
using Omr.Service.Reconciliation;
using Omr.Service.Reconciliation.Closing;
using Omr.Service.Reconciliation.Live;
using Omr.Service.Runs;
using Omr.Service.Storage;

namespace Omr.Service.Hosting;

/// <summary>Where runs and releases take how everybody stands: from the live reconciliation, brought up to the last row.</summary>
internal sealed class RunSource(ProvinceFeed feed, LiveProvince live, Store store)
{
    /// <summary>The two questions that runs and releases ask.</summary>
    public RunInputs Inputs => new(SnapshotAsync, HindrancesAsync);

    private async Task<RunSnapshot?> SnapshotAsync(CancellationToken stop)
    {
        var known = await feed.CatchUpAsync(stop);
        var state = live.Current;
        return state.Exam.Roster.Participants.IsEmpty || known.Keys.Length == 0
            ? null
            : new([.. state.Results], known.Keys, known.LastPage, known.LastDecision, state.Exam.Weights);
    }

    private async Task<ImmutableArray<Wording>> HindrancesAsync(RunRow run, string kab, CancellationToken stop)
    {
        await feed.CatchUpAsync(stop);
        var state = live.Current;
        var stored = await store.ReadAsync(
            db => db.Scores.Where(s => s.RunId == run.Id && s.Kab == kab).ToDictionaryAsync(s => s.Number, stop), stop);
        var now = state.Results.Where(r => r.Participant.Room.Kab == kab).ToList();
        var other = now.Count(r => !stored.TryGetValue(r.Participant.Number, out var row) || !Says(row, r))
            + Math.Max(0, stored.Count - now.Count);
        return
        [
            .. ReleaseGate.Blocking(state, new Region(kab, "", "")).Select(InRoom),
            .. other > 0
                ? [new Wording(
                    $"Skoring {run.Id} sudah tidak sesuai keadaan: {other} peserta berbeda; jalankan skoring lagi.",
                    $"Run {run.Id} is out of date: {other} participants stand otherwise; run the scoring again.")]
                : Array.Empty<Wording>(),
        ];
    }

    private static bool Says(ScoreRow row, ParticipantResult now) =>
        row.Status == now.Status.ToString() && row.Package == now.Package && row.Value == now.Score?.Value;

    private static Wording InRoom(BlockingReason reason) => reason.Room is { } room
        ? new($"Ruang {room}: {reason.Why.Indonesian}", $"Room {room}: {reason.Why.English}")
        : reason.Why;
}
