using Microsoft.EntityFrameworkCore;
using Omr.Service.Audit;

namespace Omr.Service.Tests.Faults;

/// <summary>Drop folders that vanish, come back or can't be written to, beside others that are well.</summary>
public sealed class LostFolderTests : IDisposable
{
    private readonly Mounts _mounts = new();
    private readonly TempFolder _folder = new();
    private readonly TempFolder _server = new();
    private readonly TempFolder _places = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Share => Path.Combine(_places.Path, "share");

    private Dictionary<string, string?> Settings => new() { ["Omr:Drops:0:Path"] = Share };

    public void Dispose()
    {
        _mounts.Dispose();
        _places.Dispose();
        _server.Dispose();
        Directory.Delete(_folder.Path, recursive: true);
    }

    [Fact]
    public async Task A_share_that_is_unmounted_is_told_others_go_on_and_what_was_scanned_meanwhile_is_read_when_it_is_back()
    {
        _mounts.Share(_server.Path, Share);
        await using (var service = await Watched.StartAsync(_folder, Settings))
        {
            Put(_server.Path, "swapped-digits-lost-1.tif");
            await service.ReadAsync(1);

            _mounts.Unmount(Share);
            await service.ToldAsync("disk atau jaringannya tidak terpasang lagi");
            Put(_server.Path, "swapped-digits-lost-2.tif");
            Put(Path.Combine(_folder.Path, "drop"), "swapped-digits-lost-3.tif");
            await service.ReadAsync(2);

            _mounts.Share(_server.Path, Share);
            await service.ReadAsync(3);
            await service.ToldAsync("baik");
            _mounts.Unmount(Share);
        }

        // A service that starts while the share is away can't have seen it, but knows that sheets came from it.
        await using (var service = await Watched.StartAsync(_folder, Settings))
        {
            await service.ToldAsync($"folder {Path.Combine(Share, ".selesai")} tidak ada lagi");
            _mounts.Share(_server.Path, Share);
            await service.ToldAsync("baik");
            await service.ReadAsync(3);
        }
    }

    [Fact]
    public async Task From_a_folder_that_can_only_be_read_scans_are_read_once_and_moved_when_it_can_be_written_to()
    {
        _mounts.Share(_server.Path, Share);
        Put(_server.Path, "swapped-digits-lost-1.tif");
        Mounts.Protect(Share, isReadOnly: true);
        await using var service = await Watched.StartAsync(_folder, Settings);

        await service.ToldAsync("swapped-digits-lost-1.tif belum dapat diambil: disk atau folder hanya dapat dibaca");
        await service.ReadAsync(1);
        var vault = new DirectoryInfo(Path.Combine(_folder.Path, "vault"));
        var untouched = vault.LastWriteTimeUtc;
        await Task.Delay(1500, Stop); // it tries several times
        Assert.Equal(untouched, vault.LastWriteTimeUtc); // and copies nothing again

        Mounts.Protect(Share, isReadOnly: false);
        await service.ToldAsync("baik");
        await service.ReadAsync(1);
        Assert.Single(Directory.GetFiles(Path.Combine(_server.Path, ".selesai")));
    }

    [Fact]
    public async Task Where_the_log_keeps_its_heads_is_missed_as_well()
    {
        _mounts.Share(_server.Path, Share);
        await using var service = await Watched.StartAsync(
            _folder, new() { ["Omr:Audit:Heads"] = Share, ["Omr:Audit:HeadMinutes"] = "0.01" });
        await Watched.UntilAsync(() => Task.FromResult(HeadFolder.HasHeads(_server.Path)), () => "no head");

        _mounts.Unmount(Share);

        await service.ToldAsync("untuk kepala log tidak terpasang lagi");
        Assert.Empty(Directory.GetFiles(Share));
        Assert.True(await service.App.Store.ReadAsync(db => db.Audit.AnyAsync(Stop), Stop));
    }

    private static void Put(string folder, string sheet) => File.Copy(Misreads.Path(sheet), Path.Combine(folder, sheet));
}
