using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Omr.Benchmarks.Hosted;
using Omr.Service.Hosting;

namespace Omr.Benchmarks.Faults;

/// <summary>The faults, one after the other, each over a data folder of its own.</summary>
internal sealed class FaultScenes(string root, Queue<string> sheets, int part)
{
    private const string FakeTime = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1";

    // How long a fault stays after its alarm.
    private static readonly TimeSpan Stays = TimeSpan.FromSeconds(5);

    public async Task<FaultResult> FullDiskAsync()
    {
        var (data, image) = (Folder("full"), Path.Combine(root, "full.img"));
        using var disk = Disk.Ext4(image, data, 96);
        using var trial = new FaultTrial(data, sheets);
        var staged = Path.Combine(data, ".staged");
        await BeginAsync(trial);
        await trial.PutAsync(staged, part);
        var filler = disk.Fill();
        var since = Stopwatch.StartNew();
        FaultTrial.Move(staged, trial.Drop);
        var (said, alarm) = await trial.AlarmAsync("belum dapat diambil: disk penuh", since);
        return await EndAsync(trial, "disk full: copy into the vault", said, alarm, () => File.Delete(filler));
    }

    public async Task<FaultResult> FullDatabaseAsync()
    {
        var (data, image, share) = (Folder("ledger"), Path.Combine(root, "ledger.img"), Folder("ledger-scans"));
        using var disk = Disk.Ext4(image, data, 32);
        using var vault = Disk.Share(Folder("ledger-vault"), Path.Combine(data, "vault"));
        using var trial = new FaultTrial(data, sheets);
        await BeginAsync(trial, new() { ["Drops__0__Path"] = share });
        var filler = disk.Fill();
        var since = Stopwatch.StartNew();
        await trial.PutAsync(share, part);
        var (said, alarm) = await trial.AlarmAsync(": disk penuh", since);
        return await EndAsync(trial, "disk full: ledger and readings (SQLite)", said, alarm, () => File.Delete(filler), drops: share);
    }

    public async Task<FaultResult> FullParkedAsync()
    {
        var (data, bad) = (Folder("parked"), Path.Combine(root, "bad.jpg"));
        using var disk = Disk.Memory(Path.Combine(data, "parked"), 64);
        using var trial = new FaultTrial(data, sheets);
        await BeginAsync(trial, new() { ["PatienceSeconds"] = "2" });
        await File.WriteAllTextAsync(bad, new string('x', 200_000));
        var hash = await IntakeCheck.HashAsync(bad);
        var since = Stopwatch.StartNew();
        File.Copy(bad, Path.Combine(trial.Drop, "bad.jpg"));
        await trial.PutAsync(trial.Drop, part);
        var (said, alarm) = await trial.AlarmAsync("Pembacaan berhenti: disk penuh", since);
        return await EndAsync(trial, "disk full: parked copy", said, alarm, () => disk.Resize(4_000), refused: hash);
    }

    public async Task<FaultResult> UnmountedAsync()
    {
        var (server, share) = (Folder("server"), Path.Combine(root, "share"));
        var mounted = Disk.Share(server, share);
        using var trial = new FaultTrial(Folder("unmounted"), sheets);
        await BeginAsync(trial, new() { ["Drops__0__Path"] = share });
        await trial.PutAsync(share, 1);
        await trial.ReadAsync(trial.Dropped, Stopwatch.StartNew(), share);
        mounted.Dispose();
        var since = Stopwatch.StartNew();
        await trial.PutAsync(server, part / 2);
        await trial.PutAsync(trial.Drop, part / 2);
        var (said, alarm) = await trial.AlarmAsync("tidak terpasang lagi", since);
        await trial.ReadAsync(trial.Dropped - (part / 2), since);
        try
        {
            return await EndAsync(
                trial, "drop folder unmounted; the other goes on", said, alarm, () => mounted = Disk.Share(server, share), drops: share);
        }
        finally
        {
            mounted.Dispose();
        }
    }

    public async Task<FaultResult> ReadOnlyAsync()
    {
        var share = Path.Combine(root, "readonly");
        using var mounted = Disk.Share(Folder("readonly-server"), share);
        using var trial = new FaultTrial(Folder("readonly-data"), sheets);
        await BeginAsync(trial, new() { ["Drops__0__Path"] = share });
        var staged = Path.Combine(share, ".staged");
        await trial.PutAsync(staged, part);
        FaultTrial.Move(staged, share);
        mounted.Protect(isReadOnly: true);
        var since = Stopwatch.StartNew();
        var (said, alarm) = await trial.AlarmAsync("hanya dapat dibaca", since);
        return await EndAsync(trial, "drop folder read-only", said, alarm, () => mounted.Protect(isReadOnly: false), drops: share);
    }

    public async Task<FaultResult?> ClockAsync(string shift)
    {
        if (!File.Exists(FakeTime))
            return null;
        var clock = Path.Combine(root, "clock");
        await File.WriteAllTextAsync(clock, "+0");
        using var trial = new FaultTrial(Folder($"clock{shift}"), sheets);
        await BeginAsync(trial, environment: new()
        {
            ["LD_PRELOAD"] = FakeTime, ["FAKETIME_TIMESTAMP_FILE"] = clock, ["FAKETIME_CACHE_DURATION"] = "1",
            ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1", ["NO_FAKE_STAT"] = "1",
        });
        await File.WriteAllTextAsync(clock, shift);
        var since = Stopwatch.StartNew();
        var (said, alarm) = await trial.AlarmAsync("Jam komputer melompat", since);
        await trial.PutAsync(trial.Drop, part);
        await trial.ReadAsync(trial.Dropped, since);
        return await EndAsync(trial, $"clock set by {shift.Replace("365d", " a year", StringComparison.Ordinal)}", said, alarm, () => File.WriteAllText(clock, "+0"));
    }

    public async Task<FaultResult> KilledWorkersAsync()
    {
        using var trial = new FaultTrial(Folder("workers"), sheets);
        await BeginAsync(trial);
        await trial.PutAsync(trial.Drop, part);
        var killed = 0;
        for (var watch = Stopwatch.StartNew(); killed < 6 && watch.Elapsed < TimeSpan.FromMinutes(1); await Task.Delay(1000))
        {
            foreach (var worker in trial.Service.Workers.Take(1).ToList())
            {
                using var process = Process.GetProcessById(worker);
                process.Kill();
                killed++;
            }
        }

        return await EndAsync(trial, $"worker killed, {killed} times", "(nothing: another reads on)", null, () => { });
    }

    public async Task<FaultResult> DamagedAsync()
    {
        using var trial = new FaultTrial(Folder("damaged"), sheets);
        var (backup, restored) = (Folder("backup"), Path.Combine(root, "restored"));
        await BeginAsync(trial);
        await DataBackup.MakeAsync(trial.Data, backup, TimeProvider.System, _ => { }, CancellationToken.None);
        await trial.PutAsync(trial.Drop, part / 2);
        await trial.ReadAsync(trial.Dropped, Stopwatch.StartNew());
        Damage(DataFolder.DatabaseOf(trial.Data));
        var since = Stopwatch.StartNew();
        await trial.PutAsync(trial.Drop, part - (part / 2));
        var (said, alarm) = await trial.AlarmAsync("basis data rusak", since);
        await trial.Service.KillAsync();
        using (var again = ServiceProcess.Start(trial.Data))
        {
            while (!again.HasEnded)
                await Task.Delay(50);
        }

        return await EndAsync(trial, "database pages damaged; then restored", said, alarm, Restore, starts: true);

        void Restore()
        {
            DataBackup.RestoreAsync(backup, restored, _ => { }, CancellationToken.None).GetAwaiter().GetResult();
            FaultTrial.Move(Path.Combine(trial.Data, "done"), Path.Combine(restored, "drop"));
            FaultTrial.Move(trial.Drop, Path.Combine(restored, "drop"));
            trial.Data = restored;
        }
    }

    private string Folder(string name) => Directory.CreateDirectory(Path.Combine(root, name)).FullName;

    // Starts, and reads sheets before the fault.
    private async Task BeginAsync(FaultTrial trial, Dictionary<string, string>? settings = null, Dictionary<string, string>? environment = null)
    {
        await trial.StartAsync(settings, environment);
        await trial.PutAsync(trial.Drop, part);
        await trial.ReadAsync(trial.Dropped, Stopwatch.StartNew());
    }

    // Ends the fault, waits until all that waited is read, reads sheets after it, and looks whether all is there once.
    private async Task<FaultResult> EndAsync(
        FaultTrial trial, string fault, string said, double? alarm, Action mend, bool starts = false, string? refused = null, params string[] drops)
    {
        await Task.Delay(Stays);
        mend();
        var since = Stopwatch.StartNew();
        if (starts)
            await trial.StartAsync();
        string[] bad = refused is null ? [] : [refused];
        var resumed = await trial.ReadAsync(trial.Dropped + bad.Length, since, drops);
        await trial.PutAsync(trial.Drop, part);
        await trial.ReadAsync(trial.Dropped + bad.Length, since, drops);
        var wrong = await trial.WrongAsync(bad);
        Console.WriteLine($"{fault}: alarm {alarm:0.0} s, resumed {resumed:0.0} s, {trial.Dropped} sheets, {wrong.Count} wrong; {said}");
        return new(fault, said, alarm, resumed, trial.Dropped, wrong);
    }

    // The first pages of the tables and indexes that the intake needs, written over.
    private static void Damage(string database)
    {
        var pages = new List<long>();
        using (var connection = new SqliteConnection($"Data Source={database};Pooling=false"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE); SELECT rootpage FROM sqlite_master WHERE tbl_name IN ('arrivals', 'files', 'pages') AND rootpage > 0";
            using var reader = command.ExecuteReader();
            reader.NextResult();
            while (reader.Read())
                pages.Add(reader.GetInt64(0));
        }

        using var file = new FileStream(database, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        foreach (var page in pages)
        {
            file.Position = (page - 1) * 4096;
            file.Write(Enumerable.Repeat((byte)0xA5, 4096).ToArray());
        }
    }
}
