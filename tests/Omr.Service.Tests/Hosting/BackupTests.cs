using Microsoft.EntityFrameworkCore;
using Omr.Service.Hosting;
using Omr.Service.Storage;

namespace Omr.Service.Tests.Hosting;

public sealed class BackupTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string To => Path.Combine(_folder.Path, "copy");

    private string Back => Path.Combine(_folder.Path, "back");

    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories))
            File.SetAttributes(file, FileAttributes.Normal);
        _folder.Dispose();
    }

    [Fact]
    public async Task A_backup_made_while_the_service_runs_brings_everything_back()
    {
        await using var app = await StartWithAFileAsync();

        Assert.Equal((1, null), await DataBackup.MakeAsync(app.Root, To, TimeProvider.System, _ => { }, Stop));
        Assert.Equal((1, null), await DataBackup.RestoreAsync(To, Back, _ => { }, Stop));

        await using var store = new Store(DataFolder.DatabaseOf(Back));
        var file = await store.ReadAsync(db => db.Files.SingleAsync(Stop), Stop);
        var original = Path.Combine(app.Root, "vault", file.Sha256[..2], file.Sha256);
        var restored = Path.Combine(Back, "vault", file.Sha256[..2], file.Sha256);
        Assert.Equal(await File.ReadAllBytesAsync(original, Stop), await File.ReadAllBytesAsync(restored, Stop));
    }

    [Fact]
    public async Task A_second_backup_copies_only_what_is_new()
    {
        await using var app = await StartWithAFileAsync();
        await DataBackup.MakeAsync(app.Root, To, TimeProvider.System, _ => { }, Stop);

        Assert.Equal((0, null), await DataBackup.MakeAsync(app.Root, To, new Later(), _ => { }, Stop));

        Assert.Equal(2, Directory.GetFiles(To, "omr-*.db").Length);
    }

    [Fact]
    public async Task A_damaged_image_or_database_is_not_restored()
    {
        await using var app = await StartWithAFileAsync();
        await DataBackup.MakeAsync(app.Root, To, TimeProvider.System, _ => { }, Stop);
        var image = Directory.GetFiles(Path.Combine(To, "vault"), "*", SearchOption.AllDirectories).Single();
        File.SetAttributes(image, FileAttributes.Normal);
        var bytes = await File.ReadAllBytesAsync(image, Stop);
        bytes[100] ^= 1;
        await File.WriteAllBytesAsync(image, bytes, Stop);

        var (_, problem) = await DataBackup.RestoreAsync(To, Back, _ => { }, Stop);

        Assert.Contains("SHA-256", problem!.English, StringComparison.Ordinal);
        Assert.False(File.Exists(DataFolder.DatabaseOf(Back)));
    }

    [Fact]
    public async Task Nothing_is_restored_over_a_folder_in_use()
    {
        await using var app = await StartWithAFileAsync();
        await DataBackup.MakeAsync(app.Root, To, TimeProvider.System, _ => { }, Stop);

        var (_, problem) = await DataBackup.RestoreAsync(To, app.Root, _ => { }, Stop);

        Assert.Contains("nothing is overwritten", problem!.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_services_never_share_a_data_folder()
    {
        using var first = DataFolder.TryOpen(_folder.Path);
        Assert.NotNull(first);
        Assert.Null(DataFolder.TryOpen(_folder.Path));
    }

    private static async Task<OmrApp> StartWithAFileAsync()
    {
        var app = await OmrApp.StartAsync();
        await File.WriteAllTextAsync(Path.Combine(app.Root, "drop/a.jpg"), new string('x', 1000), Stop);
        using var most = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await app.Store.ReadAsync(db => db.Pages.AnyAsync(Stop), Stop))
            await Task.Delay(50, most.Token);
        return app;
    }

    /// <summary>A minute after now, so that a second backup has a name of its own.</summary>
    private sealed class Later : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddMinutes(1);
    }
}
