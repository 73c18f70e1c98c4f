using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Omr.Engine;
using Omr.Scanner;
using Omr.Scanner.Intake;
using Omr.Service.Audit;
using Omr.Service.Hosting;
using Omr.Service.Storage;

namespace Omr.Service.Tests.Faults;

/// <summary>A full disk, place by place: nothing is lost, nothing half-written, and the work goes on when there is room.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly Mounts _mounts = new();
    private readonly TempFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Small => Path.Combine(_folder.Path, "small");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _mounts.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Scans_wait_in_the_drop_folder_until_there_is_room_and_are_read_once()
    {
        _mounts.Disk(_folder.Path, 8_000);
        await using var service = await Watched.StartAsync(_folder);
        var drop = Path.Combine(_folder.Path, "drop");
        File.Copy(Misreads.Path("erased-letters.jpg"), Path.Combine(drop, ".hidden"));
        Fill(_folder.Path);
        File.Move(Path.Combine(drop, ".hidden"), Path.Combine(drop, "a.jpg"));

        await service.ToldAsync("a.jpg belum dapat diambil: disk penuh");
        Assert.Contains("terganggu", await service.HealthAsync(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.Combine(_folder.Path, "vault"), "*", SearchOption.AllDirectories));

        File.Delete(Path.Combine(_folder.Path, "filler"));
        await service.ReadAsync(1);
        await service.ToldAsync("baik");
        Assert.Equal([Path.Combine(_folder.Path, "done/a.jpg")], Directory.GetFiles(Path.Combine(_folder.Path, "done")));
    }

    [Fact]
    public async Task A_commit_that_finds_no_room_leaves_the_database_as_it_was()
    {
        _mounts.Disk(Small, 1_000);
        var path = Path.Combine(Small, "omr.db");
        await using var store = new Store(path);
        await store.MigrateAsync(Stop);
        Fill(Small);

        var full = await Assert.ThrowsAnyAsync<Exception>(() => AddAsync(store, 5_000));
        Assert.Contains("disk penuh", FaultWording.Of(full).Indonesian, StringComparison.Ordinal);
        Assert.Equal(0, await store.ReadAsync(db => db.Files.CountAsync(Stop), Stop));

        Mounts.Resize(Small, 20_000);
        await AddAsync(store, 5_000);
        Assert.Equal(5_000, await store.ReadAsync(db => db.Files.CountAsync(Stop), Stop));
        Assert.Equal("ok", await store.IntegrityAsync(Stop));
    }

    [Fact]
    public void A_parked_copy_is_there_whole_or_not_at_all()
    {
        _mounts.Disk(Small, 100);
        var vault = new Vault(Path.Combine(_folder.Path, "vault"));
        using var bytes = new MemoryStream(new byte[300_000]);
        var kept = vault.Put(bytes, () => true, Stop)!;
        var parked = new ParkedFolder(Small, vault, _ => "rusak");
        var (file, reading) = (
            new WaitingFile(1, kept.Sha256, "a.jpg"),
            new FileReading(new(vault.PathOf(kept.Sha256), "a.jpg"), ImmutableArray.Create<ReadOutcome>(new Refusal(1, RefusalReason.UnknownFormat, ""))));

        Assert.Throws<IOException>(() => parked.Take(file, reading));
        Assert.Empty(Directory.GetFiles(Small));

        Mounts.Resize(Small, 1_000);
        parked.Take(file, reading);
        Assert.Equal([0, 1], Directory.GetFiles(Small).Select(f => f.EndsWith(".txt", StringComparison.Ordinal) ? 1 : 0).Order());
        Assert.Equal(300_000, new FileInfo(Directory.GetFiles(Small, "*.jpg").Single()).Length);
    }

    [Fact]
    public async Task A_backup_that_finds_no_room_says_so_leaves_nothing_and_succeeds_when_there_is_room()
    {
        await using var service = await Watched.StartAsync(_folder);
        _mounts.Disk(Small, 200);

        var (_, problem) = await DataBackup.MakeAsync(_folder.Path, Small, TimeProvider.System, _ => { }, Stop);

        Assert.Contains("cadangan ini tidak selesai: disk penuh", problem!.Indonesian, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Small, "omr-*"));
        Mounts.Resize(Small, 20_000);
        Assert.Null((await DataBackup.MakeAsync(_folder.Path, Small, TimeProvider.System, _ => { }, Stop)).Problem);
    }

    [Fact]
    public async Task A_head_that_finds_no_room_is_told_and_signed_later()
    {
        _mounts.Disk(Small, 64);
        Fill(Small);
        await using var service = await Watched.StartAsync(
            _folder, new() { ["Omr:Audit:Heads"] = Small, ["Omr:Audit:HeadMinutes"] = "0.01" });

        await service.ToldAsync("kepala log tidak dapat ditulis: disk penuh");
        Assert.False(HeadFolder.HasHeads(Small));

        File.Delete(Path.Combine(Small, "filler"));
        await service.ToldAsync("baik");
        Assert.True(HeadFolder.HasHeads(Small));
        Assert.Empty(Directory.GetFiles(Small, "*.part"));
    }

    private static Task AddAsync(Store store, int files) => store.WriteAsync(
        db =>
        {
            db.Files.AddRange(Enumerable.Range(0, files).Select(i => new FileRow
            {
                Sha256 = $"{i:x64}", Bytes = 1, ReceivedAt = DateTime.UnixEpoch,
            }));
            return Task.CompletedTask;
        },
        Stop);

    private static void Fill(string folder)
    {
        using var filler = File.Create(Path.Combine(folder, "filler"), 1);
        try
        {
            for (var block = new byte[4096]; ;)
                filler.Write(block);
        }
        catch (IOException)
        {
            // Full.
        }
    }
}
