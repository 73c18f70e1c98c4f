using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Omr.Service.Access;
using Omr.Service.Tests.Hosting;

namespace Omr.Service.Tests.Api;

/// <summary>Requests that can't be taken at all: the answer names the field or the parameter.</summary>
public class BadRequestTests
{
    private const string Report = "/api/v1/rooms/12/001/003/report";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"terdaftar":12,"hadirr":10}""", 422, "hadirr tidak dikenal; yang ada: ")]
    [InlineData("""{"terdaftar":"duabelas"}""", 422, "terdaftar harus bilangan bulat.")]
    [InlineData("""{"terdaftar":1.5}""", 422, "terdaftar harus bilangan bulat.")]
    [InlineData("""{"segel":17}""", 422, "segel harus teks dalam tanda kutip.")]
    [InlineData("[1]", 422, "Isi harus objek JSON")]
    [InlineData("{\"terdaftar\":12,\n\"hadir\":}", 400, "Isi bukan JSON yang sah, baris 2")]
    [InlineData("", 400, "Isi kiriman (JSON) belum ada.")]
    public async Task A_wrong_body_is_told_by_its_field(string body, int status, string says)
    {
        await using var app = await OmrApp.StartAsync();
        using var staff = await app.CallerAsync(Role.Pemberkasan);
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        var problem = await staff.PutAsync(Report, content, Stop).JsonAsync(status);
        Assert.StartsWith(says, problem.Text("detail"), StringComparison.Ordinal);
        Assert.StartsWith("urn:omr:problem:", problem.Text("type"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("review?jenis=burung", "jenis harus salah satu dari: butir, kode, identitas,")]
    [InlineData("review?limit=banyak", "limit harus bilangan bulat.")]
    [InlineData("scores?limit=banyak", "limit harus bilangan bulat.")]
    [InlineData("scores?limit=1&limit=2", "limit harus bilangan bulat.")]
    [InlineData("scoring-runs/1/changes", "from harus bilangan bulat.")]
    public async Task A_wrong_parameter_is_told_by_its_name(string path, string says)
    {
        await using var app = await OmrApp.StartAsync();
        using var admin = await app.CallerAsync(Role.Auditor);
        var problem = await admin.GetAsync($"/api/v1/{path}", Stop).JsonAsync(400);
        Assert.StartsWith(says, problem.Text("detail"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("butir")]
    [InlineData("Butir")]
    [InlineData("TEMUANRUANG")]
    public async Task Case_does_not_matter_in_a_query(string kind)
    {
        await using var app = await OmrApp.StartAsync();
        using var admin = await app.CallerAsync(Role.Verifikator);
        await admin.GetAsync($"/api/v1/review?jenis={kind}", Stop).JsonAsync();
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData(null)]
    public async Task Who_signs_in_without_JSON_is_told_so(string? type)
    {
        await using var app = await OmrApp.StartAsync();
        using var anybody = app.Anybody();
        using var content = new ByteArrayContent("nama=siti"u8.ToArray());
        content.Headers.ContentType = type is null ? null : new MediaTypeHeaderValue(type);
        var problem = await anybody.PostAsync("/api/v1/session", content, Stop).JsonAsync(415);
        Assert.Contains("Content-Type: application/json", problem.Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_role_lists_the_roles()
    {
        await using var app = await OmrApp.StartAsync();
        using var admin = await app.PersonAsync(Role.Admin);
        var problem = await admin.PostAsJsonAsync("/api/v1/accounts", new { nama = "siti", orang = "1985", peran = "kepala" }, Stop).JsonAsync(422);
        Assert.StartsWith("peran harus salah satu dari: ", problem.Text("detail"), StringComparison.Ordinal);
        Assert.Contains("pemegangKunci", problem.Text("detail"), StringComparison.Ordinal);
    }
}
