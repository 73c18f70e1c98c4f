using System.Net;
using Microsoft.EntityFrameworkCore;
using Omr.Service.Access;
using Omr.Service.Storage;
using Omr.Service.Tests.Hosting;

namespace Omr.Service.Tests.Intake;

/// <summary>From the drop folder to the stored reading, through the whole service.</summary>
public class IntakeServiceTests
{
    private const int MostSeconds = 60;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_rooms_scans_are_read_and_stored_and_what_is_no_sheet_is_parked_with_its_reason()
    {
        await using var app = await OmrApp.StartAsync();
        Drop(app, "erased-letters.jpg", "05-012-003/0001.jpg");
        Drop(app, "erased-letters.jpg", "05-012-003/again.jpg");
        Drop(app, "bold-letter.tif", "0002.tif");
        await File.WriteAllTextAsync(Path.Combine(app.Root, "drop/notes.jpg"), "no picture", Stop);

        var pages = await PagesAsync(app, 3);

        Assert.Equal(["", "", "UnknownFormat"], pages.Select(p => p.Refused).Order(StringComparer.Ordinal));
        var reading = ReadingJson.Read(pages.First(p => p.Refused.Length == 0).Reading!);
        Assert.Equal((14, 20), (reading.Items.Count(i => i.Field == "nomor_peserta"), reading.Items.Count(i => i.Field == "nama")));
        var arrivals = await app.Store.ReadAsync(db => db.Arrivals.OrderBy(a => a.Name).ToListAsync(Stop), Stop);
        Assert.Equal(
            [("0002.tif", "", false), ("05-012-003/0001.jpg", "05-012-003", false), ("05-012-003/again.jpg", "05-012-003", true), ("notes.jpg", "", false)],
            arrivals.Select(a => (a.Name, a.Room, a.IsDuplicate)));
        Assert.Empty(Directory.GetFiles(Path.Combine(app.Root, "drop"), "*", SearchOption.AllDirectories));
        var parked = Directory.GetFiles(Path.Combine(app.Root, "parked")).Order(StringComparer.Ordinal).ToList();
        Assert.EndsWith("notes.jpg", parked[0], StringComparison.Ordinal);
        Assert.Contains("bukan gambar yang dikenal", await File.ReadAllTextAsync(parked[1], Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waited_when_the_service_ended_is_read_when_it_starts_again()
    {
        using var folder = new TempFolder();
        await using (var app = await OmrApp.StartAsync(folder))
        {
            // The arrival is noted, then the service ends at once.
            Drop(app, "erased-letters.jpg", "a.jpg");
            while (!await app.Store.ReadAsync(db => db.Files.AnyAsync(Stop), Stop))
                await Task.Delay(20, Stop);
        }

        await using (var app = await OmrApp.StartAsync(folder))
            Assert.Single(await PagesAsync(app, 1));
    }

    [Fact]
    public async Task No_stored_reading_can_be_changed_or_removed()
    {
        await using var app = await OmrApp.StartAsync();
        Drop(app, "bold-letter.tif", "a.tif");
        await PagesAsync(app, 1);

        foreach (var change in (string[])["UPDATE pages SET Number = 'x'", "DELETE FROM pages", "UPDATE audit SET Who = 'x'"])
        {
            if (change.Contains("audit", StringComparison.Ordinal))
                using (await app.CallerAsync(Role.Auditor)) { }
            var refused = await Assert.ThrowsAnyAsync<Exception>(() => app.Store.WriteAsync(db => db.Database.ExecuteSqlRawAsync(change, Stop), Stop));
            Assert.Contains("insert-only", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_drop_folder_that_vanished_is_told_and_looked_into_again_when_it_is_back()
    {
        await using var app = await OmrApp.StartAsync();
        using var anybody = app.Anybody();
        var drop = Path.Combine(app.Root, "drop");
        Directory.Delete(drop);
        await UntilAsync(async () => (await anybody.GetAsync("/health/ready", Stop)).StatusCode == HttpStatusCode.ServiceUnavailable);

        Directory.CreateDirectory(drop);
        Drop(app, "bold-letter.tif", "a.tif");

        Assert.Single(await PagesAsync(app, 1));
        await UntilAsync(async () => (await anybody.GetAsync("/health/ready", Stop)).StatusCode == HttpStatusCode.OK);
    }

    private static void Drop(OmrApp app, string sheet, string name)
    {
        var to = Path.Combine(app.Root, "drop", name);
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(Misreads.Path(sheet), to);
    }

    private static async Task<List<PageRow>> PagesAsync(OmrApp app, int count)
    {
        await UntilAsync(() => app.Store.ReadAsync(async db => await db.Pages.CountAsync(Stop) >= count, Stop));
        return await app.Store.ReadAsync(db => db.Pages.OrderBy(p => p.Id).ToListAsync(Stop), Stop);
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var most = new CancellationTokenSource(TimeSpan.FromSeconds(MostSeconds));
        while (!await isSo())
            await Task.Delay(50, most.Token);
    }
}
