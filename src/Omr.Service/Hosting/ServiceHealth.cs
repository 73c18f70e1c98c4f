using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Omr.Scanner;
using Omr.Scanner.Intake;
using Omr.Service.Intake;
using Omr.Service.Reconciliation.Live;
using Omr.Service.Storage;

namespace Omr.Service.Hosting;

/// <summary>
/// Whether the service can do its work: drop folders, disk, ledger, and how long the oldest sheet waits. What hinders it makes it
/// unhealthy; paper that somebody laid where nobody looks only degrades it.
/// </summary>
internal sealed class ServiceHealth(
    DataFolder data, Store store, DropPlaces drops, IntakeStatus intake, SheetProcessor processor, ProvinceFeed feed, WaitingTime waiting, IOptions<ServiceOptions> options)
    : IHealthCheck
{
    private const int MostNamed = 5;
    private const long Megabyte = 1 << 20;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        List<Wording> serious =
        [
            .. intake.Problems.Select(p => new Wording($"Folder pindai {p.Folder}: {p.Problem.Indonesian}", $"Drop folder {p.Folder}: {p.Problem.English}")),
            .. Named(intake.NotTaken, "belum dapat diambil", "can't be taken yet"),
            .. Named(processor.Unreadable, "tidak terbaca dari vault, menunggu", "can't be read from the vault, it waits"),
        ];
        if (processor.Problem is { } reading)
            serious.Add(Say("Pembacaan berhenti", "Reading has stopped", FaultWording.Of(reading)));
        if (feed.Problem is { } behind)
            serious.Add(Say("Rekonsiliasi tertinggal", "The reconciliation lags behind", FaultWording.Of(behind)));
        try
        {
            serious.AddRange(Space());
            if (store.Damage is { } damage)
                serious.Add(Say("Basis data", "Database", FaultWording.Of(damage)));
            serious.AddRange(await WaitingAsync(cancellationToken));
            serious.AddRange(await StrangersAsync(cancellationToken));
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            serious.Add(Say("Folder data", "Data folder", FaultWording.Of(error)));
        }

        return HealthAnswer.Of(serious, [.. Misplaced()]);
    }

    private static Wording Say(string indonesian, string english, Wording fault) =>
        new($"{indonesian}: {FileNames.Shown(fault.Indonesian)}", $"{english}: {FileNames.Shown(fault.English)}");

    private static IEnumerable<Wording> Named(IEnumerable<(string Name, Exception Error)> files, string indonesian, string english)
    {
        var all = files.ToList();
        foreach (var (name, error) in all.Take(MostNamed))
            yield return Say($"{FileNames.Shown(name)} {indonesian}", $"{FileNames.Shown(name)} {english}", FaultWording.Of(error));
        if (all.Count - MostNamed is > 0 and var more)
            yield return new($"{more} berkas lagi {indonesian}.", $"{more} more files {english}.");
    }

    private IEnumerable<Wording> Space()
    {
        var (free, least) = (new DriveInfo(data.Root).AvailableFreeSpace / Megabyte, options.Value.LeastFreeMegabytes);
        if (free < least)
            yield return new($"Ruang disk tinggal {free} MB; perlu {least} MB.", $"The disk has {free} MB left; {least} MB are wanted.");
    }

    private async Task<IEnumerable<Wording>> WaitingAsync(CancellationToken stop)
    {
        var (oldest, newest) = await store.ReadAsync(
            async db => (
                await db.Files.Where(f => f.ReadAt == null).MinAsync(f => (long?)f.Id, stop),
                await db.Files.MaxAsync(f => (long?)f.Id, stop)),
            stop);
        var waits = waiting.Of(oldest ?? long.MaxValue, newest ?? 0).TotalSeconds;
        if (waits <= options.Value.LongestWaitSeconds)
            return [];
        var seconds = waits.ToString("0", CultureInfo.InvariantCulture);
        return [new($"Lembar tertua sudah menunggu {seconds} detik.", $"The oldest sheet has waited for {seconds} seconds.")];
    }

    private IEnumerable<Wording> Misplaced() => intake.Strays.Take(MostNamed).Select(FileNames.Shown).Select(s => new Wording(
            $"{s}: bukan nama ruang, isinya tidak dibaca; ganti nama menjadi KAB-LOKASI-RUANG.",
            $"{s}: no room's name, what is in it is not read; rename it to KAB-LOKASI-RUANG."))
        .Concat(intake.Suspects.Take(MostNamed).Select(FileNames.Shown).Select(s => new Wording(
            $"{s}: tautan, perangkat atau nama yang bukan UTF-8, tidak dibuka; salin berkasnya sendiri dengan nama biasa.",
            $"{s}: a link, a device or a name that is no UTF-8, not opened; copy the file itself under a plain name.")));

    // A misspelt operator would let the scanner of a batch confirm its corrections.
    private async Task<IEnumerable<Wording>> StrangersAsync(CancellationToken stop)
    {
        var named = drops.All.Where(d => d.Operator.Length > 0).ToList();
        var known = named.Count == 0 ? [] : await store.ReadAsync(db => db.Accounts.Select(a => a.Name).ToListAsync(stop), stop);
        return named.Where(d => !known.Contains(d.Operator, StringComparer.OrdinalIgnoreCase)).Select(d => new Wording(
            $"Folder {d.Path}: operatornya {d.Operator} tidak punya akun.", $"Drop folder {d.Path}: its operator {d.Operator} has no account."));
    }
}
