using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Omr.Service.Access;
using Omr.Service.Hosting;
using Omr.Service.Tests.Api;
using Omr.Service.Tests.Hosting;

namespace Omr.Service.Tests.Intake;

/// <summary>Two services by mistake: on one data folder, or with two data folders on one drop folder.</summary>
public class TwoServicesTests
{
    private const int Files = 40;
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(60);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_data_folder_is_one_services_as_long_as_it_runs()
    {
        using var folder = new TempFolder();
        await using (await OmrApp.StartAsync(folder))
            Assert.Null(DataFolder.TryOpen(folder.Path));
        using var free = DataFolder.TryOpen(folder.Path);
        Assert.NotNull(free);
    }

    [Fact]
    public async Task Of_two_services_on_one_drop_folder_one_takes_everything_and_the_other_says_so_and_takes_over()
    {
        using var drop = new TempFolder();
        var one = await StartAsync(drop);
        await UntilAsync(async () => await TroubleAsync(one) == "");
        await using var other = await StartAsync(drop);
        await UntilAsync(async () => (await TroubleAsync(other)).Contains("layanan lain", StringComparison.Ordinal));

        Lay(drop, 0);
        await UntilAsync(async () => await CountAsync(one) == Files);

        Assert.Equal(0, await CountAsync(other));
        Assert.Equal("", await TroubleAsync(one));
        await one.DisposeAsync();
        Lay(drop, Files);
        await UntilAsync(async () => await CountAsync(other) == Files);
        await UntilAsync(async () => await TroubleAsync(other) == "");
        Assert.DoesNotContain(Directory.GetFiles(drop.Path), f => f.EndsWith(".jpg", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_services_own_drop_folder_can_not_be_named()
    {
        using var anothers = new TempFolder();
        await using var another = await OmrApp.StartAsync(anothers);
        var path = Path.Combine(another.Root, "drop");

        var wrong = await Assert.ThrowsAsync<OptionsValidationException>(() => OmrApp.StartAsync(
            change: b => b.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Omr:Drops:0:Path"] = path })));

        Assert.Equal($"Omr:Drops:0:Path {path} is another service's own drop folder", wrong.Message);
    }

    private static Task<OmrApp> StartAsync(TempFolder drop) => OmrApp.StartAsync(
        change: b => b.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Omr:Drops:0:Path"] = drop.Path }));

    // No sheets, so that they are read fast.
    private static void Lay(TempFolder drop, int from)
    {
        for (var i = from; i < from + Files; i++)
            drop.Write(string.Create(CultureInfo.InvariantCulture, $"{i}.jpg"), string.Create(CultureInfo.InvariantCulture, $"no picture {i}"));
    }

    private static Task<int> CountAsync(OmrApp app) => app.Store.ReadAsync(db => db.Pages.CountAsync(Stop), Stop);

    private static async Task<string> TroubleAsync(OmrApp app)
    {
        using var anybody = await app.CallerAsync(Role.Operator);
        var told = await anybody.GetAsync("/api/v1/health", Stop).JsonAsync();
        return string.Join('\n', told.GetProperty("masalah").EnumerateArray().Select(m => m.GetString()).Where(m => m!.StartsWith("Folder", StringComparison.Ordinal)));
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var most = new CancellationTokenSource(Most);
        while (!await isSo())
            await Task.Delay(100, most.Token);
    }
}
