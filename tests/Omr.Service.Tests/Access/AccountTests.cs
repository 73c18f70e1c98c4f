using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Omr.Service.Access;
using Omr.Service.Tests.Hosting;

namespace Omr.Service.Tests.Access;

public class AccountTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_an_administrator_makes_works_only_once_the_Ketua_let_it_in()
    {
        await using var app = await OmrApp.StartAsync();
        using var admin = await app.PersonAsync(Role.Admin, name: "admin");
        using var ketua = await app.PersonAsync(Role.Ketua, name: "ketua");
        using var siti = app.Anybody();
        var password = await MakeAsync(admin, "siti", "198501", Role.Verifikator);

        Assert.Equal(HttpStatusCode.Forbidden, (await SignInAsync(siti, password)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await admin.PostAsync("/api/v1/accounts/siti/approval", null, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await ketua.PostAsync("/api/v1/accounts/siti/approval", null, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SignInAsync(siti, password)).StatusCode);
    }

    [Fact]
    public async Task An_approver_can_not_let_in_a_second_account_of_their_own()
    {
        await using var app = await OmrApp.StartAsync();
        using var admin = await app.PersonAsync(Role.Admin, name: "admin");
        using var ketua = await app.PersonAsync(Role.Ketua, name: "ketua");
        await MakeAsync(admin, "ketua-dua", "KETUA", Role.Verifikator);
        Assert.Equal(HttpStatusCode.Forbidden, (await ketua.PostAsync("/api/v1/accounts/ketua-dua/approval", null, Stop)).StatusCode);
    }

    [Fact]
    public async Task Whoever_is_shut_out_is_out_at_once()
    {
        await using var app = await OmrApp.StartAsync();
        using var admin = await app.PersonAsync(Role.Admin, name: "admin");
        using var operatorPindai = await app.PersonAsync(Role.Operator, name: "budi");
        Assert.Equal(HttpStatusCode.OK, (await operatorPindai.GetAsync("/api/v1/review", Stop)).StatusCode);

        Assert.Equal(HttpStatusCode.NoContent, (await admin.DeleteAsync("/api/v1/accounts/budi", Stop)).StatusCode);

        Assert.Equal(HttpStatusCode.Unauthorized, (await operatorPindai.GetAsync("/api/v1/review", Stop)).StatusCode);
    }

    [Fact]
    public async Task An_administrator_can_not_take_over_the_Ketua_by_a_new_password()
    {
        await using var app = await OmrApp.StartAsync();
        using var admin = await app.PersonAsync(Role.Admin, name: "admin");
        using var ketua = await app.PersonAsync(Role.Ketua, name: "ketua");
        using var budi = await app.PersonAsync(Role.Operator, name: "budi");
        Assert.Equal(HttpStatusCode.Forbidden, (await admin.PostAsync("/api/v1/accounts/ketua/password", null, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await admin.PostAsync("/api/v1/accounts/budi/password", null, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await budi.GetAsync("/api/v1/review", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await ketua.GetAsync("/api/v1/review", Stop)).StatusCode);
    }

    [Theory]
    [InlineData("dengan spasi")]
    [InlineData("../../etc")]
    [InlineData("")]
    [InlineData("baris\nbaru")]
    public async Task A_name_that_could_confuse_a_log_is_refused(string name)
    {
        await using var app = await OmrApp.StartAsync();
        using var admin = await app.PersonAsync(Role.Admin);
        var answer = await admin.PostAsJsonAsync("/api/v1/accounts", new { nama = name, orang = "1", peran = "Operator" }, Stop);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task Nobody_hears_of_accounts_outside_of_their_region()
    {
        await using var app = await OmrApp.StartAsync();
        using var here = await app.PersonAsync(Role.Admin, "01", "admin-01");
        using var there = await app.PersonAsync(Role.Operator, "02", "budi-02");
        var list = await here.GetFromJsonAsync<JsonElement>("/api/v1/accounts", Stop);
        Assert.Equal(["admin-01"], list.GetProperty("isi").EnumerateArray().Select(a => a.GetProperty("nama").GetString()));
        Assert.Equal(HttpStatusCode.NotFound, (await here.DeleteAsync("/api/v1/accounts/budi-02", Stop)).StatusCode);
        var made = await here.PostAsJsonAsync(
            "/api/v1/accounts", new { nama = "x", orang = "1", peran = "Operator", wilayah = "02" }, Stop);
        Assert.Equal(HttpStatusCode.NotFound, made.StatusCode);
    }

    [Fact]
    public async Task The_auditor_reads_who_made_and_approved_an_account_and_a_region_reads_nothing()
    {
        await using var app = await OmrApp.StartAsync();
        using var admin = await app.PersonAsync(Role.Admin, name: "admin");
        using var ketua = await app.PersonAsync(Role.Ketua, name: "ketua");
        using var auditor = await app.CallerAsync(Role.Auditor);
        using var local = await app.CallerAsync(Role.Auditor, "01");
        await MakeAsync(admin, "siti", "198501", Role.Verifikator);
        await ketua.PostAsync("/api/v1/accounts/siti/approval", null, Stop);

        var log = await auditor.GetFromJsonAsync<JsonElement>("/api/v1/audit?subjek=siti", Stop);

        Assert.Equal(
            ["ketua account.approve", "admin account.create"],
            log.GetProperty("isi").EnumerateArray().Select(a => $"{a.GetProperty("siapa")} {a.GetProperty("tindakan")}"));
        Assert.Equal(HttpStatusCode.NotFound, (await local.GetAsync("/api/v1/audit", Stop)).StatusCode);
    }

    private static async Task<string> MakeAsync(HttpClient admin, string name, string person, Role role)
    {
        var answer = await admin.PostAsJsonAsync("/api/v1/accounts", new { nama = name, orang = person, peran = role.ToString() }, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("rahasia").GetString()!;
    }

    private static Task<HttpResponseMessage> SignInAsync(HttpClient client, string password) =>
        client.PostAsJsonAsync("/api/v1/session", new { nama = "siti", sandi = password }, Stop);
}
