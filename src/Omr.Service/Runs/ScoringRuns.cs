using Microsoft.EntityFrameworkCore;
using Omr.Service.Access;
using Omr.Service.Audit;
using Omr.Service.Hosting;
using Omr.Service.Storage;

namespace Omr.Service.Runs;

/// <summary>Scoring runs: how everybody stood at a moment, kept for good. A later run never touches an earlier one.</summary>
internal sealed class ScoringRuns(Store store, RunInputs inputs, EventHub events, TimeProvider time)
{
    /// <summary>What follows as soon as a run is on the disk.</summary>
    public FollowUps Stored { get; } = new();

    /// <summary>Takes how everybody stands and stores it.</summary>
    public async Task<(RunRow? Run, Refused? Refused)> StartAsync(string why, Caller caller, CancellationToken stop)
    {
        if (why.Length == 0)
            return (null, new(StatusCodes.Status422UnprocessableEntity, new("alasan wajib diisi.", "Say why (alasan).")));
        if (await inputs.Snapshot(stop) is not { Results.Length: > 0 } snapshot)
        {
            return (null, new(
                StatusCodes.Status409Conflict,
                new(
                    "Belum ada yang dapat diskor; impor daftar peserta dan segel kuncinya dulu.",
                    "There is nothing to score yet; import the roster and seal the keys first.")));
        }

        var results = RunRows.InOrder(snapshot.Results);
        var digest = RunRows.Digest(results);
        var run = await store.WriteAsync(
            async db =>
            {
                var row = new RunRow
                {
                    By = caller.Name,
                    At = time.GetUtcNow().UtcDateTime,
                    Why = why,
                    KeyVersions = snapshot.KeyVersions,
                    LastPageId = snapshot.LastPageId,
                    LastDecisionId = snapshot.LastDecisionId,
                    Weights = FormattableString.Invariant($"{snapshot.Weights.Pedagogy:0.00##}/{snapshot.Weights.Professional:0.00##}"),
                    Participants = results.Count,
                    Digest = digest,
                };
                db.Runs.Add(row);
                await db.SaveChangesAsync(stop); // gives it its number
                await RunRows.InsertAsync(db, row.Id, results, stop);
                await AuditTrail.AppendAsync(
                    db, time, caller, "run.start", FormattableString.Invariant($"run {row.Id}"), after: digest, why: why, stop: stop);
                return row;
            },
            stop);
        await Stored.RunAsync();
        events.Publish(new("run.stored", null, FormattableString.Invariant($"{run.Id}")));
        return (run, null);
    }

    /// <summary>The runs, the newest first, from before that number on.</summary>
    public Task<List<RunRow>> BeforeAsync(long? before, int most, CancellationToken stop) =>
        store.ReadAsync(
            db => db.Runs.Where(r => before == null || r.Id < before).OrderByDescending(r => r.Id).Take(most).ToListAsync(stop), stop);

    /// <summary>The run of that number; null if there is none.</summary>
    public Task<RunRow?> FindAsync(long id, CancellationToken stop) =>
        store.ReadAsync(db => db.Runs.SingleOrDefaultAsync(r => r.Id == id, stop), stop);
}
