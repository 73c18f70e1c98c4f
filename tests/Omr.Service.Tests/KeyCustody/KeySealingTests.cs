using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Omr.Service.Access;
using Omr.Service.KeyCustody;
using Omr.Service.Tests.Api;
using Omr.Service.Tests.Hosting;
using Omr.Service.Tests.Rosters;

namespace Omr.Service.Tests.KeyCustody;

/// <summary>The way of a key: two enter it blind, a third seals it, and nobody is ever told any of it.</summary>
public class KeySealingTests
{
    private const string Entries = "/api/v1/keys/180/entries";
    private const string Seal = "/api/v1/keys/180/seal";
    private const string Header = "kd_mapel,paket,butir,kunci,ranah,kebijakan";
    private static readonly string[] Key = [Header, "180,01,1,A,P,", "180,01,2,C,F,", "180,02,1,C,F,", "180,02,2,A,P,"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string[] With(string old, string now) => [.. Key.Select(l => l.Replace(old, now, StringComparison.Ordinal))];

    private static Task<JsonElement> SealAsync(HttpClient caller, int status = 200) => caller.PostAsync(Seal, null, Stop).JsonAsync(status);

    [Fact]
    public async Task Two_people_enter_it_a_third_seals_it_and_scoring_gets_it()
    {
        await using var app = await OmrApp.StartAsync();
        using var first = await app.CallerAsync(Role.PemegangKunci);
        using var second = await app.CallerAsync(Role.PemegangKunci);
        using var chair = await app.CallerAsync(Role.Ketua);
        var keys = app.Services.GetRequiredService<KeyStore>();
        Assert.Contains("belum dimasukkan siapa pun", (await SealAsync(chair, 409)).Text("detail"), StringComparison.Ordinal);
        Assert.Equal(("", 0), ((await keys.CurrentAsync(Stop)).Versions, (await keys.CurrentAsync(Stop)).Key.Packages.Length));

        Assert.Equal(
            """{"mapel":"180","entri":1,"sepakat":null,"jumlahBeda":null,"beda":null,"pesan":"Entri Anda disimpan. Menunggu entri orang kedua."}""",
            (await first.SendAsync(Entries, Key).JsonAsync()).GetRawText());
        Assert.Contains("baru dimasukkan satu orang", (await SealAsync(chair, 409)).Text("detail"), StringComparison.Ordinal);
        Assert.Equal(
            """{"mapel":"180","entri":2,"sepakat":true,"jumlahBeda":0,"beda":[],"pesan":"Entri Anda disimpan. Kedua entri sama; orang ketiga dapat menyegelnya."}""",
            (await second.SendAsync(Entries, Workbook.OfTexts(Key), Upload.XlsxType).JsonAsync()).GetRawText());
        Assert.Equal("""{"mapel":"180","versi":1}""", (await SealAsync(chair)).GetRawText());

        var current = await keys.CurrentAsync(Stop);
        Assert.Equal("180:1", current.Versions);
        Assert.Equal(["A", "C"], current.Key.Of("180")[0].Items.Select(i => Assert.Single(i.Options)));
        Assert.Equal(["01", "02"], current.Key.Of("180").Select(p => p.Package));
        Assert.Contains("versi 1 sudah disegel", (await SealAsync(chair, 409)).Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_two_entries_differ_is_told_but_not_in_what()
    {
        await using var app = await OmrApp.StartAsync();
        using var first = await app.CallerAsync(Role.PemegangKunci);
        using var second = await app.CallerAsync(Role.PemegangKunci);
        using var chair = await app.CallerAsync(Role.Ketua);
        await first.SendAsync(Entries, Key).JsonAsync();
        Assert.Equal(
            """{"mapel":"180","entri":2,"sepakat":false,"jumlahBeda":1,"beda":[{"paket":"01","butir":2}],"pesan":"Entri Anda disimpan. Kedua entri berbeda pada 1 butir (lihat beda); periksa butir itu pada naskah kunci dan masukkan lagi."}""",
            (await second.SendAsync(Entries, With("180,01,2,C", "180,01,2,D")).JsonAsync()).GetRawText());
        Assert.Contains("berbeda pada 1 butir", (await SealAsync(chair, 409)).Text("detail"), StringComparison.Ordinal);

        Assert.True((await second.SendAsync(Entries, Key).JsonAsync()).GetProperty("sepakat").GetBoolean()); // the newest counts
        Assert.Equal(1, (await SealAsync(chair)).Number("versi"));
    }

    [Fact]
    public async Task One_person_alone_can_not_make_two_entries_nor_seal_their_own()
    {
        await using var app = await OmrApp.StartAsync();
        using var first = await app.CallerAsync(Role.PemegangKunci);
        using var second = await app.CallerAsync(Role.PemegangKunci);
        using var verifier = await app.CallerAsync(Role.Verifikator);
        await first.SendAsync(Entries, Key).JsonAsync();
        var again = await first.SendAsync(Entries, Key).JsonAsync();
        Assert.Equal((1, "Mengganti entri Anda yang lama. Menunggu entri orang kedua."), (again.Number("entri"), again.Text("pesan")));
        await second.SendAsync(Entries, Key).JsonAsync();

        // No role may both enter and seal; the desk holds the rule all the same.
        var entered = await app.Store.ReadAsync(db => db.KeyEntries.OrderByDescending(e => e.Id).FirstAsync(Stop), Stop);
        var desk = app.Services.GetRequiredService<KeyDesk>();
        var refused = await desk.SealAsync("180", new(entered.By, Role.Ketua, Region.Province), Stop);
        Assert.Equal(403, refused.Refusal?.Status);
        await SealAsync(first, 403);
        await verifier.SendAsync(Entries, Key).JsonAsync(403);
    }

    [Fact]
    public async Task A_revision_needs_a_reason_and_older_runs_keep_their_version()
    {
        await using var app = await OmrApp.StartAsync();
        using var first = await app.CallerAsync(Role.PemegangKunci);
        using var second = await app.CallerAsync(Role.PemegangKunci);
        using var chair = await app.CallerAsync(Role.Ketua);
        foreach (var person in (HttpClient[])[first, second])
            await person.SendAsync(Entries, Key).JsonAsync();
        await SealAsync(chair);

        var revised = With("180,01,2,C,F,", "180,01,2,C,F,BONUS");
        Assert.Contains("?reason=", (await first.SendAsync(Entries, revised).JsonAsync(422)).Text("detail"), StringComparison.Ordinal);
        Assert.Equal(1, (await first.SendAsync($"{Entries}?reason=butir%202%20paket%2001%20cacat", revised).JsonAsync()).Number("entri"));
        await second.SendAsync($"{Entries}?reason=butir%202%20paket%2001%20cacat", revised).JsonAsync();
        Assert.Equal(2, (await SealAsync(chair)).Number("versi"));

        var keys = app.Services.GetRequiredService<KeyStore>();
        Assert.Equal("180:2", (await keys.CurrentAsync(Stop)).Versions);
        Assert.Equal("Bonus", (await keys.CurrentAsync(Stop)).Key.Of("180")[0].Items[1].Policy.ToString());
        Assert.Equal("Normal", (await keys.AtAsync("180:1", Stop)).Key.Of("180")[0].Items[1].Policy.ToString());
        await Assert.ThrowsAsync<InvalidOperationException>(() => keys.AtAsync("180:3", Stop));
        var listed = Assert.Single((await first.GetAsync("/api/v1/keys", Stop).JsonAsync()).GetProperty("isi").EnumerateArray());
        Assert.Equal(
            [(2, "berlaku", "butir 2 paket 01 cacat"), (1, "diganti", "")],
            listed.GetProperty("versi").EnumerateArray().Select(v => (v.Number("nomor"), v.Text("keadaan"), v.Text("alasan"))));
        Assert.Empty(listed.GetProperty("menunggu").EnumerateArray());
    }

    [Fact]
    public async Task The_list_tells_what_exists_and_who_entered_it_but_not_to_operators_nor_what_it_says()
    {
        await using var app = await OmrApp.StartAsync();
        using var first = await app.CallerAsync(Role.PemegangKunci);
        using var auditor = await app.CallerAsync(Role.Auditor);
        using var kab = await app.CallerAsync(Role.Auditor, "12");
        using var machine = await app.CallerAsync(Role.Sistem);
        await first.SendAsync(Entries, Key).JsonAsync();
        var listed = Assert.Single((await auditor.GetAsync("/api/v1/keys", Stop).JsonAsync()).GetProperty("isi").EnumerateArray());
        Assert.Equal(("180", 0), (listed.Text("mapel"), listed.GetProperty("versi").GetArrayLength()));
        var toCustodian = await first.GetAsync("/api/v1/keys", Stop).JsonAsync();
        Assert.Equal(["mapel", "versi", "menunggu", "sepakat"], toCustodian.GetProperty("isi")[0].EnumerateObject().Select(p => p.Name));
        foreach (var role in (Role[])[Role.Operator, Role.Verifikator, Role.Pemberkasan, Role.Korkab])
        {
            using var other = await app.CallerAsync(role);
            await other.GetAsync("/api/v1/keys", Stop).JsonAsync(403);
        }

        Assert.StartsWith("PemegangKunci-", Assert.Single(listed.GetProperty("menunggu").EnumerateArray()).Text("oleh"), StringComparison.Ordinal);
        await kab.GetAsync("/api/v1/keys", Stop).JsonAsync(404);
        await machine.GetAsync("/api/v1/keys", Stop).JsonAsync(403);
    }

    [Theory]
    [InlineData("180,01,2,Z9,F,", 3)]
    [InlineData("180,01,2,Z9|Z9,F,", 3)]
    [InlineData("180,01,2,Z9,F,KUNCI_GANDA", 3)]
    [InlineData("180,01,A|C,2,F,", 3)]
    [InlineData("180,Z9,2,01,F,", 3)]
    [InlineData("Z9,180,2,01,F,", 3)]
    [InlineData("180,01,2,F,D,", 3)]
    [InlineData("180,01,2,F,ABCDX,", 3)]
    [InlineData("180,01,2,A,F,d", 3)]
    [InlineData("180,01,2,A|C,F,", 3)]
    [InlineData("180,01,3,A,F,", 0)]
    [InlineData("220,01,1,A,F,", 0)]
    public async Task A_wrong_row_is_told_by_its_number_and_never_by_what_it_says(string row, int at)
    {
        await using var app = await OmrApp.StartAsync();
        using var first = await app.CallerAsync(Role.PemegangKunci);
        var problem = await first.SendAsync(Entries, Header, "180,01,1,A,P,", row).JsonAsync(422);
        Assert.Contains(problem.GetProperty("errors").EnumerateArray(), e => e.Number("baris") == at);
        Assert.DoesNotContain("Z9", problem.GetRawText(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("'", problem.GetProperty("errors").GetRawText(), StringComparison.Ordinal);
        Assert.Empty(await app.Store.ReadAsync(db => db.KeyEntries.ToListAsync(Stop), Stop));
    }

    [Fact]
    public async Task What_can_be_no_answer_is_named_and_all_that_is_wrong_is_told()
    {
        await using var app = await OmrApp.StartAsync();
        using var first = await app.CallerAsync(Role.PemegangKunci);
        var problem = await first.SendAsync(Entries, Header, "180,01,satu,A,X,NORML", "180,01,2,Z,P,").JsonAsync(422);
        Assert.Equal(
            [
                (2, "butir 'satu' bukan nomor butir"), (2, "ranah 'X' bukan P atau F"),
                (2, "kebijakan 'NORML' tidak dikenal (NORMAL, KUNCI_GANDA, BONUS, ANULIR, BEST_OF)"),
                (3, "kunci bukan pilihan di formulir (A B C D E)"),
            ],
            problem.GetProperty("errors").EnumerateArray().Select(e => (e.Number("baris"), e.Text("pesan"))));
    }

    [Fact]
    public async Task A_key_without_a_header_is_refused_without_its_first_row()
    {
        await using var app = await OmrApp.StartAsync();
        using var first = await app.CallerAsync(Role.PemegangKunci);
        var problem = await first.SendAsync(Entries, "180,01,1,Z9,P,").JsonAsync(422);
        Assert.DoesNotContain("z9", problem.GetRawText(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Another_subjects_key_is_refused()
    {
        await using var app = await OmrApp.StartAsync();
        using var first = await app.CallerAsync(Role.PemegangKunci);
        var problem = await first.SendAsync("/api/v1/keys/220/entries", Key).JsonAsync(422);
        Assert.Contains("mapel lain", problem.GetProperty("errors")[0].Text("pesan"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_key_lies_readable_on_the_disk()
    {
        using var folder = new TempFolder();
        await using (var app = await OmrApp.StartAsync(folder))
        {
            using var first = await app.CallerAsync(Role.PemegangKunci);
            using var second = await app.CallerAsync(Role.PemegangKunci);
            using var chair = await app.CallerAsync(Role.Ketua);
            using var form = new MultipartFormDataContent
            {
                { new ByteArrayContent(Encoding.UTF8.GetBytes(string.Join('\n', With("180,01,2,C,F,", "180,01,2,A|B|C|D,F,KUNCI_GANDA")))), "f", "k.csv" },
            };
            await first.PostAsync(Entries, form, Stop).JsonAsync();
            await second.SendAsync(Entries, With("180,01,2,C,F,", "180,01,2,D|C|B|A,F,KUNCI_GANDA")).JsonAsync();
            await SealAsync(chair);
            var log = await app.Store.ReadAsync(db => db.Audit.Where(a => a.Act.StartsWith("key.")).ToListAsync(Stop), Stop);
            Assert.Equal(["key.enter", "key.enter", "key.seal"], log.OrderBy(a => a.Id).Select(a => a.Act));
        }

        foreach (var file in Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories))
        {
            var text = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, Stop));
            Assert.DoesNotContain("A|B|C|D", text, StringComparison.Ordinal);
            Assert.DoesNotContain("SeveralKeys", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_cipher_moved_to_another_version_does_not_open()
    {
        await using var app = await OmrApp.StartAsync();
        using var first = await app.CallerAsync(Role.PemegangKunci);
        using var second = await app.CallerAsync(Role.PemegangKunci);
        using var chair = await app.CallerAsync(Role.Ketua);
        foreach (var person in (HttpClient[])[first, second])
            await person.SendAsync(Entries, Key).JsonAsync();
        await SealAsync(chair);
        await app.Store.WriteAsync(
            async db =>
            {
                var row = await db.KeyVersions.AsNoTracking().SingleAsync(Stop);
                db.KeyVersions.Add(new()
                {
                    Subject = "180", Version = 2, FirstEntryId = row.FirstEntryId, SecondEntryId = row.SecondEntryId,
                    SealedBy = row.SealedBy, SealedAt = row.SealedAt, Cipher = row.Cipher, Reason = "",
                });
            },
            Stop);
        await Assert.ThrowsAnyAsync<System.Security.Cryptography.CryptographicException>(
            () => app.Services.GetRequiredService<KeyStore>().CurrentAsync(Stop));
    }
}
