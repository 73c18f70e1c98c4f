using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Omr.Service.Access;
using Omr.Service.Audit;
using Omr.Service.Hosting;
using Omr.Service.Runs;
using Omr.Service.Storage;

namespace Omr.Service.Publication;

/// <summary>
/// Releases: the scores of a kab in a run may be seen. The run is one person's proposal, the release another's approval.
/// </summary>
internal sealed class Releases(Store store, RunInputs inputs, EventHub events, TimeProvider time)
{
    /// <summary>What follows as soon as a release is on the disk.</summary>
    public FollowUps Stored { get; } = new();

    /// <summary>Releases a kab of a run, unless something speaks against it.</summary>
    public async Task<(ReleaseRow? Row, Refused? Refused)> ApproveAsync(
        RunRow run, string kab, string note, Caller caller, CancellationToken stop)
    {
        if ((await store.ReadAsync(db => OwnAccounts.OfAsync(db, caller, stop), stop)).Contains(run.By))
        {
            return (null, new(
                StatusCodes.Status403Forbidden,
                new("Skoring yang Anda jalankan sendiri harus disahkan orang lain.", "A run that you started must be approved by somebody else.")));
        }

        var reasons = await inputs.Hindrances(run, kab, stop);
        if (!reasons.IsEmpty)
        {
            return (null, new(
                StatusCodes.Status409Conflict,
                new($"Nilai kab {kab} belum dapat dirilis; selesaikan dulu yang tersebut.", $"Kab {kab} can't be released yet; settle these first."),
                reasons));
        }

        var row = new ReleaseRow
        {
            RunId = run.Id, Kab = kab, ProposedBy = run.By, ApprovedBy = caller.Name, At = time.GetUtcNow().UtcDateTime, Note = note,
        };
        var refused = await store.WriteAsync<Refused?>(
            async db =>
            {
                var before = await db.Releases.Where(r => r.Kab == kab).OrderByDescending(r => r.Id).FirstOrDefaultAsync(stop);
                if (before?.RunId == run.Id)
                    return Already(before);
                db.Releases.Add(row);
                await AuditTrail.AppendAsync(
                    db, time, caller, "release.approve", $"kab {kab}", before?.RunId.ToString(CultureInfo.InvariantCulture) ?? "",
                    run.Id.ToString(CultureInfo.InvariantCulture), note, stop);
                return null;
            },
            stop);
        if (refused is not null)
            return (null, refused);
        await Stored.RunAsync();
        events.Publish(new("release.stored", null, kab));
        return (row, null);
    }

    private static Refused Already(ReleaseRow row) => new(
        StatusCodes.Status409Conflict,
        new(
            $"Nilai kab {row.Kab} dari skoring {row.RunId} sudah dirilis oleh {row.ApprovedBy}.",
            $"The scores of kab {row.Kab} from run {row.RunId} are released already, by {row.ApprovedBy}."));

    /// <summary>Whether the run has scores of that kab.</summary>
    public Task<bool> HasKabAsync(long run, string kab, CancellationToken stop) =>
        store.ReadAsync(db => db.Scores.AnyAsync(s => s.RunId == run && s.Kab == kab, stop), stop);

    /// <summary>The releases within a region, the newest first, from before that number on.</summary>
    public Task<List<ReleaseRow>> BeforeAsync(Region region, long? before, int most, CancellationToken stop) =>
        store.ReadAsync(
            db => db.Releases.Where(r => (before == null || r.Id < before) && (region.Kab == "" || r.Kab == region.Kab))
                .OrderByDescending(r => r.Id).Take(most).ToListAsync(stop),
            stop);
}
