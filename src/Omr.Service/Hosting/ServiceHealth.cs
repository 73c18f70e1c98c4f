using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Omr.Scanner.Intake;
using Omr.Service.Intake;
using Omr.Service.Storage;

namespace Omr.Service.Hosting;

/// <summary>
/// Whether the service can do its work: drop folders, disk, ledger, and how long the oldest sheet waits. What hinders it makes it
/// unhealthy; paper that somebody laid where nobody looks only degrades it.
/// </summary>
internal sealed class ServiceHealth(
    DataFolder data, Store store, DropPlaces drops, IntakeStatus intake, SheetProcessor processor, IOptions<ServiceOptions> options, TimeProvider time) : IHealthCheck
{
    /// <summary>Under this name a result holds its problems in both languages.</summary>
    public const string Problems = "problems";

    private const int MostNamed = 5;
    private const long Megabyte = 1 << 20;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var serious = intake.Problems.Select(p => new Wording(
            $"Folder {p.Folder} tidak dapat dibuka: {p.Problem.Indonesian}", $"The drop folder {p.Folder} can't be looked into: {p.Problem.English}")).ToList();
        if (processor.Problem.Length > 0)
        {
            serious.Add(new(
                $"Hasil baca tidak dapat disimpan: {processor.Problem}", $"Readings can't be stored: {processor.Problem}"));
        }

        serious.AddRange(intake.NotTaken.Take(MostNamed).Select(f => new Wording(
            $"{f.Name} belum dapat diambil: {f.Reason}", $"{f.Name} can't be taken yet: {f.Reason}")));
        var (free, least) = (new DriveInfo(data.Root).AvailableFreeSpace / Megabyte, options.Value.LeastFreeMegabytes);
        if (free < least)
            serious.Add(new($"Ruang disk tinggal {free} MB; perlu {least} MB.", $"The disk has {free} MB left; {least} MB are wanted."));
        try
        {
            var oldest = await store.ReadAsync(
                db => db.Files.Where(f => f.ReadAt == null).OrderBy(f => f.Id).Select(f => (DateTime?)f.ReceivedAt).FirstOrDefaultAsync(cancellationToken),
                cancellationToken);
            if (oldest is { } since && (time.GetUtcNow().UtcDateTime - since).TotalSeconds is var waits && waits > options.Value.LongestWaitSeconds)
            {
                var seconds = waits.ToString("0", CultureInfo.InvariantCulture);
                serious.Add(new($"Lembar tertua sudah menunggu {seconds} detik.", $"The oldest sheet has waited for {seconds} seconds."));
            }

            serious.AddRange(await StrangersAsync(cancellationToken));
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            serious.Add(new($"Basis data: {error.Message}", $"Database: {error.Message}"));
        }

        List<Wording> all = [.. serious, .. Misplaced()];
        return new(
            serious.Count > 0 ? HealthStatus.Unhealthy : all.Count > 0 ? HealthStatus.Degraded : HealthStatus.Healthy,
            string.Join("; ", all.Select(p => p.English)), data: new Dictionary<string, object> { [Problems] = all });
    }

    private IEnumerable<Wording> Misplaced() => intake.Strays.Take(MostNamed).Select(s => new Wording(
            $"{s}: bukan nama ruang, isinya tidak dibaca; ganti nama menjadi KAB-LOKASI-RUANG.",
            $"{s}: no room's name, what is in it is not read; rename it to KAB-LOKASI-RUANG."))
        .Concat(intake.Suspects.Take(MostNamed).Select(s => new Wording(
            $"{s}: tautan atau perangkat, tidak dibuka; salin berkasnya sendiri.",
            $"{s}: a link or a device, not opened; copy the file itself.")));

    // A misspelt operator would let the scanner of a batch confirm its corrections.
    private async Task<IEnumerable<Wording>> StrangersAsync(CancellationToken stop)
    {
        var named = drops.All.Where(d => d.Operator.Length > 0).ToList();
        var known = named.Count == 0 ? [] : await store.ReadAsync(db => db.Accounts.Select(a => a.Name).ToListAsync(stop), stop);
        return named.Where(d => !known.Contains(d.Operator, StringComparer.OrdinalIgnoreCase)).Select(d => new Wording(
            $"Folder {d.Path}: operatornya {d.Operator} tidak punya akun.", $"Drop folder {d.Path}: its operator {d.Operator} has no account."));
    }
}
