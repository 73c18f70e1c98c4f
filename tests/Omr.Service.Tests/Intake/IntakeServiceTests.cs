using System.Net;
using Microsoft.EntityFrameworkCore;
using Omr.Service.Access;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Omr.Service.Storage;
using Omr.Service.Tests.Api;
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
        Assert.Equal([20, 20], pages.Where(p => p.Refused.Length == 0).Select(p => p.Name.Length));
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
    public async Task Paper_where_nobody_looks_is_named_to_who_is_signed_in_and_to_others_only_that_there_is_some()
    {
        await using var app = await OmrApp.StartAsync();
        using var budi = await app.CallerAsync(Role.Operator);
        using var anybody = app.Anybody();
        Assert.Equal("Healthy", await anybody.GetStringAsync("/health/ready", Stop));
        Drop(app, "erased-letters.jpg", "Ruang3/0001.jpg");
        Drop(app, "erased-letters.jpg", "05-012-003/tumpukan2/0001.jpg");

        for (var i = 0; i < 20 * MostSeconds && await anybody.GetStringAsync("/health/ready", Stop) == "Healthy"; i++)
            await Task.Delay(50, Stop);

        var told = await budi.GetStringAsync("/api/v1/health", Stop);
        Assert.Contains("Ruang3: bukan nama ruang", told, StringComparison.Ordinal);
        Assert.Contains("05-012-003/tumpukan2: bukan nama ruang", told, StringComparison.Ordinal);
        Assert.Equal("Degraded", await anybody.GetStringAsync("/health/ready", Stop));
        Assert.True(File.Exists(Path.Combine(app.Root, "drop/Ruang3/0001.jpg")));
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
    public async Task A_file_that_grew_while_the_service_was_off_is_read_again_as_the_successor_of_its_beginning()
    {
        using var folder = new TempFolder();
        var whole = await File.ReadAllBytesAsync(Misreads.Path("erased-letters.jpg"), Stop);
        await using (var app = await OmrApp.StartAsync(folder))
        {
            Directory.CreateDirectory(Path.Combine(app.Root, "drop/05-012-003"));
            await File.WriteAllBytesAsync(Path.Combine(app.Root, "drop/05-012-003/a.jpg"), whole[..3000], Stop);
            Assert.NotEmpty((await PagesAsync(app, 1))[0].Refused);
        }

        await File.WriteAllBytesAsync(Path.Combine(folder.Path, "done/05-012-003/a.jpg"), whole, Stop);
        await using (var app = await OmrApp.StartAsync(folder))
        {
            var pages = await PagesAsync(app, 2);
            using var verifier = await app.CallerAsync(Role.Verifikator);
            var (first, second) = (pages[0].Id, pages[1].Id);
            Assert.Equal(second, (await verifier.GetAsync($"/api/v1/sheets/{first}", Stop).JsonAsync()).Number("penerus"));
            Assert.Equal(first, (await verifier.GetAsync($"/api/v1/sheets/{second}", Stop).JsonAsync()).Number("pendahulu"));
            Assert.Empty((await verifier.GetAsync("/api/v1/review?jenis=Ditolak", Stop).JsonAsync()).GetProperty("isi").EnumerateArray());
            var told = (await verifier.GetAsync("/api/v1/findings?kode=D22", Stop).JsonAsync()).GetProperty("isi")[0];
            Assert.Equal(("info", first), (told.Text("status"), told.Number("lembar")));
        }

        // What has not changed since is not taken again.
        await using (var app = await OmrApp.StartAsync(folder))
        {
            Drop(app, "bold-letter.tif", "b.tif");
            await PagesAsync(app, 3);
            Assert.Equal(3, await app.Store.ReadAsync(db => db.Arrivals.CountAsync(Stop), Stop));
        }
    }

    [Fact]
    public async Task An_arrival_tells_its_drop_folder_and_who_scans_into_it()
    {
        using var other = new TempFolder();
        await using var app = await OmrApp.StartAsync(change: b => b.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Omr:Drops:0:Path"] = "drop", ["Omr:Drops:0:Operator"] = "oki",
            ["Omr:Drops:1:Path"] = other.Path, ["Omr:Drops:1:Operator"] = "ola",
        }));
        using var oki = await app.CallerAsync(Role.Operator, name: "oki");
        Drop(app, "erased-letters.jpg", "a.jpg");
        File.Copy(Misreads.Path("bold-letter.tif"), Path.Combine(other.Path, "a.jpg"));

        await PagesAsync(app, 2);

        var arrivals = await app.Store.ReadAsync(db => db.Arrivals.ToListAsync(Stop), Stop);
        Assert.Equal([("", "oki"), (other.Path, "ola")], arrivals.Select(a => (a.Origin, a.Operator)).Order());
        var batch = (await oki.GetAsync("/api/v1/batches", Stop).JsonAsync()).GetProperty("isi")[0];
        Assert.Equal(["oki", "ola"], batch.GetProperty("pemindai").EnumerateArray().Select(n => n.GetString()));
        var ready = await oki.GetAsync("/health/ready", Stop);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode); // ola has no account
        using (await app.CallerAsync(Role.Operator, name: "ola"))
            await UntilAsync(async () => (await oki.GetAsync("/health/ready", Stop)).StatusCode == HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_drop_folder_without_a_path_stops_the_start_with_its_name()
    {
        var wrong = await Assert.ThrowsAsync<OptionsValidationException>(() => OmrApp.StartAsync(
            change: b => b.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Omr:Drops:0:Operator"] = "oki" })));
        Assert.Equal("Omr:Drops:0:Path is missing", wrong.Message);
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
