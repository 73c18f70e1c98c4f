using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Omr.Service.Access;
using Omr.Service.Audit;
using Omr.Service.Exports;
using Omr.Service.Hosting;
using Omr.Service.Publication;
using Omr.Service.Runs;
using Omr.Service.Storage;

namespace Omr.Service.Packages;

/// <summary>Makes the package of a release from a data folder, beside a running service, and writes that down in the log.</summary>
internal static class PackageMaker
{
    /// <summary>Makes it; the bytes and the release, or what stands against it.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="release">The release; null for the newest of the kab.</param>
    /// <param name="kab">The kab; null if the release is named.</param>
    /// <param name="time">The clock.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task<(byte[] Bytes, Wording? Problem)> MakeAsync(
        string data, long? release, string? kab, TimeProvider time, CancellationToken stop)
    {
        await using var store = new Store(DataFolder.DatabaseOf(data));
        var (secrets, folder) = (DataFolder.SecretsOf(data), DataFolder.HeadsOf(data));
        if (await store.ReadAsync(
            db => db.Releases.Where(r => release == null ? r.Kab == kab : r.Id == release).OrderByDescending(r => r.Id).FirstOrDefaultAsync(stop), stop)
            is not { } row)
        {
            return ([], new("rilis itu tidak ada; lihat GET /api/v1/releases", "there is no such release; see GET /api/v1/releases"));
        }

        if (await HeadSigner.SignAsync(store, secrets, [folder], time, stop) is [var unsigned, ..])
            return ([], unsigned);
        var (key, lost) = HeadSigner.KeyOf(secrets, [folder]);
        if (key is null)
            return ([], lost);
        var heads = HeadFolder.Load([folder], [key.Public]);
        if (AuditVerifier.Verify(store.Path, heads, stop).Findings is [var finding, ..])
        {
            return ([], new(
                $"log audit tidak utuh, paket tidak dibuat: {finding.What.Indonesian}; lihat omr audit verify",
                $"the audit log isn't whole, no package is made: {finding.What.English}; see omr audit verify"));
        }

        var (run, digest, scores, engines, entry) = await store.ReadAsync(db => LoadAsync(db, row, stop), stop);
        if (digest != run.Digest)
        {
            return ([], new(
                $"nilai skoring {run.Id} di basis data bukan lagi yang disimpan saat itu; jangan dipakai, pulihkan cadangan",
                $"the scores of run {run.Id} in the database aren't those that were stored then; don't use them, restore a backup"));
        }

        var head = heads.Covering(entry)!;
        using var log = new AuditLog(store.Path);
        var manifest = new PackageManifest(
            PackageManifest.Type, 1, ReleaseView.Of(row), RunView.Of(run), engines, ProgramVersion.Text, scores.Count,
            scores.GroupBy(s => s.Status).ToImmutableSortedDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal), head.Head);
        var bytes = ResultPackage.Make(ReportCsv.Scores(scores), manifest, ProofFile.OfEntry(entry, head, log), key);
        await store.WriteAsync(
            db => AuditTrail.AppendAsync(
                db, time, Caller.Program, "package.create", string.Create(CultureInfo.InvariantCulture, $"release {row.Id}"),
                after: Convert.ToHexStringLower(SHA256.HashData(bytes)), stop: stop),
            stop);
        return (bytes, null);
    }

    private static async Task<(RunRow Run, string Digest, List<ScoreRow> Scores, ImmutableArray<string> Engines, long Entry)> LoadAsync(
        OmrDatabase db, ReleaseRow release, CancellationToken stop)
    {
        var run = await db.Runs.SingleAsync(r => r.Id == release.RunId, stop);
        var all = (await db.Scores.Where(s => s.RunId == run.Id).ToListAsync(stop)).OrderBy(s => s.Number, StringComparer.Ordinal).ToList();
        var engines = await db.Pages.Where(p => p.Id <= run.LastPageId).Select(p => p.Engine).Distinct().OrderBy(e => e).ToListAsync(stop);
        return (
            run, RunRows.Digest(all), all.FindAll(s => s.Kab == release.Kab), [.. engines], await ReleaseEntry.FindAsync(db, release, stop));
    }
}
