using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Omr.Service.Access;
using Omr.Service.Tests.Diagnostics;
using Omr.Service.Tests.Hosting;

namespace Omr.Service.Tests.Sheets;

public class SheetTests
{
    private const int Width = 640;
    private const int Height = 800;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    // Tone by place: what is at (x, y) can be told from the pixel.
    private static byte[] Picture()
    {
        var pixels = new byte[Width * Height];
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = (byte)((i % Width / 4) + (i / Width / 10));
        return [.. Encoding.ASCII.GetBytes($"P5\n{Width} {Height}\n255\n"), .. pixels];
    }

    private static int Tone(int x, int y) => (x / 4) + (y / 10);

    [Fact]
    public async Task Batches_tell_what_came_in_room_by_room_within_the_callers_region()
    {
        await using var app = await OmrApp.StartAsync();
        var desk = new Desk(app);
        await desk.SheetAsync("1001", "A A A");
        var doubtful = await desk.SheetAsync("1002", "A ?A|B A");
        await desk.RefusedAsync();
        await desk.AgainAsync(doubtful, "12-001-001");
        await desk.SheetAsync("1003", "A A A", "12-001-002");
        await desk.SheetAsync("1004", "A A A", "13-001-001");
        await desk.SheetAsync("1005", "A A A", "");
        using var admin = await app.CallerAsync(Role.Admin);
        using var operator12 = await app.CallerAsync(Role.Operator, "12");
        using var system = await app.CallerAsync(Role.Sistem);

        var mine = (await operator12.GetFromJsonAsync<JsonElement>("/api/v1/batches", Stop)).GetProperty("isi");
        Assert.Equal(["12-001-001", "12-001-002"], mine.EnumerateArray().Select(b => b.GetProperty("ruang").GetString()));
        Assert.Equal(
            (3, 1, 3, 2, 1, 1),
            (Int(mine[0], "berkas"), Int(mine[0], "kembar"), Int(mine[0], "halaman"), Int(mine[0], "terbaca"), Int(mine[0], "ditolak"), Int(mine[0], "ragu")));
        Assert.Equal(HttpStatusCode.NotFound, (await operator12.GetAsync("/api/v1/batches?kab=13", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await system.GetAsync("/api/v1/batches", Stop)).StatusCode);

        var rooms = new List<string>();
        for (var cursor = (string?)"-"; cursor is not null;)
        {
            var url = cursor == "-" ? "/api/v1/batches?limit=2" : $"/api/v1/batches?limit=2&cursor={cursor}";
            var part = await admin.GetFromJsonAsync<JsonElement>(url, Stop);
            rooms.AddRange(part.GetProperty("isi").EnumerateArray().Select(b => b.GetProperty("ruang").GetString()!));
            cursor = part.GetProperty("berikutnya").GetString();
        }

        Assert.Equal(["", "12-001-001", "12-001-002", "13-001-001"], rooms);
    }

    [Fact]
    public async Task A_sheet_tells_everything_that_was_read_and_why_it_doubts()
    {
        await using var app = await OmrApp.StartAsync();
        var desk = new Desk(app);
        var id = await desk.SheetAsync("1001", "A ?A|B -");
        await desk.AgainAsync(id, "12-001-002");
        var refused = await desk.RefusedAsync();
        using var admin = await app.CallerAsync(Role.Admin);

        var sheet = await admin.GetFromJsonAsync<JsonElement>($"/api/v1/sheets/{id}", Stop);
        Assert.Equal("12-001-001/0001.pgm", sheet.GetProperty("berkas").GetString());
        Assert.Equal("12-001-002/lagi.pgm", sheet.GetProperty("kembar")[0].GetProperty("berkas").GetString());
        var reading = sheet.GetProperty("bacaan");
        Assert.Equal("1001", reading.GetProperty("nomor").GetString());
        var item = reading.GetProperty("isian").EnumerateArray()
            .Single(i => i.GetProperty("isian").GetString() == "jawaban" && Int(i, "butir") == 2);
        Assert.Equal(
            ("A|B", "Doubtful", "SecondMark"),
            (item.GetProperty("nilai").GetString(), item.GetProperty("status").GetString(), item.GetProperty("ragu").GetString()));
        Assert.Equal("mungkin ada tanda kedua atau bekas hapusan", item.GetProperty("alasan").GetString());
        Assert.Equal(80, Int(item.GetProperty("petak"), "y"));

        var other = await admin.GetFromJsonAsync<JsonElement>($"/api/v1/sheets/{refused}", Stop);
        Assert.Equal("MarksNotFound", other.GetProperty("ditolak").GetProperty("kode").GetString());
        Assert.Equal(JsonValueKind.Null, other.GetProperty("bacaan").ValueKind);
    }

    [Fact]
    public async Task A_sheet_outside_of_the_region_is_not_there_unless_its_owner_belongs_there()
    {
        await using var app = await OmrApp.StartAsync();
        var desk = new Desk(app);
        await desk.ParticipantAsync("1002", "12-001-001");
        var strange = await desk.SheetAsync("1001", "A", "13-001-001");
        var strayed = await desk.SheetAsync("1002", "A", "13-001-001");
        using var caller = await app.CallerAsync(Role.Operator, "12");

        foreach (var part in (string[])["", "/image", "/crop?field=jawaban&item=1"])
            Assert.Equal(HttpStatusCode.NotFound, (await caller.GetAsync($"/api/v1/sheets/{strange}{part}", Stop)).StatusCode);
        var seen = await caller.GetFromJsonAsync<JsonElement>($"/api/v1/sheets/{strayed}", Stop);
        Assert.Equal("12-001-001", seen.GetProperty("ruangPeserta").GetString());
    }

    [Fact]
    public async Task The_file_is_sent_as_it_came_with_its_hash_as_tag_and_in_ranges()
    {
        await using var app = await OmrApp.StartAsync();
        var picture = Picture();
        var id = await new Desk(app).SheetAsync("1001", "A", picture: picture);
        using var admin = await app.CallerAsync(Role.Admin);

        var whole = await admin.GetAsync($"/api/v1/sheets/{id}/image", Stop);
        Assert.Equal("image/x-portable-anymap", whole.Content.Headers.ContentType?.MediaType);
        Assert.Equal(picture, await whole.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal("nosniff", whole.Headers.GetValues("X-Content-Type-Options").Single());
        var sheet = await admin.GetFromJsonAsync<JsonElement>($"/api/v1/sheets/{id}", Stop);
        Assert.Equal($"\"{sheet.GetProperty("sha256").GetString()}\"", whole.Headers.ETag?.Tag);

        using var part = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/sheets/{id}/image");
        part.Headers.Range = new(0, 1);
        var range = await admin.SendAsync(part, Stop);
        Assert.Equal((HttpStatusCode.PartialContent, "P5"), (range.StatusCode, await range.Content.ReadAsStringAsync(Stop)));
        using var again = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/sheets/{id}/image");
        again.Headers.IfNoneMatch.Add(whole.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await admin.SendAsync(again, Stop)).StatusCode);
    }

    [Fact]
    public async Task A_page_and_an_item_are_drawn_upright_and_a_refused_page_never()
    {
        await using var app = await OmrApp.StartAsync();
        var desk = new Desk(app);
        var upright = await desk.SheetAsync("1001", "A A", picture: Picture());
        var turned = await desk.SheetAsync("1002", "A A", picture: [.. Picture(), 0], turn: 180);
        var refused = await desk.RefusedAsync();
        using var admin = await app.CallerAsync(Role.Admin);

        var page = await Png(admin, $"/api/v1/sheets/{turned}/image?format=png");
        Assert.Equal((Width, Height), (page.Width, page.Height));
        Assert.Equal(Tone(Width - 1, Height - 1), page[0, 0].Red);

        // Item 2 lies at 40..140, 80..100; the margin is three quarters of its height.
        var item = await Png(admin, $"/api/v1/sheets/{upright}/crop?field=jawaban&item=2");
        Assert.Equal((130, 50), (item.Width, item.Height));
        Assert.Equal(Tone(25, 65), item[0, 0].Red);
        // The number's four columns lie at 0..40, 0..40; the margin is 7 pixels, as far as the picture goes.
        var number = await Png(admin, $"/api/v1/sheets/{upright}/crop?field=identity");
        Assert.Equal((47, 47), (number.Width, number.Height));

        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"/api/v1/sheets/{upright}/crop?field=jawaban&item=9", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await admin.GetAsync($"/api/v1/sheets/{upright}/image?format=gif", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await admin.GetAsync($"/api/v1/sheets/{refused}/image?format=png", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await admin.GetAsync($"/api/v1/sheets/{refused}/crop?field=identity", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync($"/api/v1/sheets/{refused}/image", Stop)).StatusCode);
    }

    private static async Task<PngPixels> Png(HttpClient caller, string url) => new(await caller.GetByteArrayAsync(url, Stop));

    private static int Int(JsonElement of, string name) => of.GetProperty(name).GetInt32();
}
