using System.Runtime.CompilerServices;
using System.Text.Json;
using Omr.Service.Tests.Hosting;

namespace Omr.Service.Tests.Api;

/// <summary>
/// The committed document is what callers build on: a change of the API must show as a change of it. To write it anew run
/// this test with OMR_WRITE_OPENAPI=1 and read the difference.
/// </summary>
public class ApiDocumentTests
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true };

    [Fact]
    public async Task The_document_is_the_committed_one()
    {
        await using var app = await OmrApp.StartAsync();
        using var anybody = app.Anybody();
        var now = Indented(await anybody.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken));
        var path = Path.Combine(Here(), "../../../docs/openapi-v1.json");
        if (Environment.GetEnvironmentVariable("OMR_WRITE_OPENAPI") == "1")
            await File.WriteAllTextAsync(path, now, TestContext.Current.CancellationToken);

        Assert.Equal(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), now);
    }

    [Fact]
    public async Task Lists_are_uploaded_as_csv_as_workbook_or_in_a_form()
    {
        var paths = await PathsAsync();
        foreach (var path in (string[])["/api/v1/roster", "/api/v1/attendance", "/api/v1/keys/{kdMapel}/entries"])
        {
            var body = paths.GetProperty(path).GetProperty("post").GetProperty("requestBody");
            Assert.Equal(
                ["text/csv", Upload.XlsxType, "multipart/form-data"], body.GetProperty("content").EnumerateObject().Select(t => t.Name));
        }
    }

    [Fact]
    public async Task Problems_and_tags_are_described_where_they_can_occur()
    {
        var paths = await PathsAsync();
        string Answers(string method, string path) => string.Join(
            ' ', paths.GetProperty(path).GetProperty(method).GetProperty("responses").EnumerateObject().Select(a => a.Name));
        string[] Headers(string method, string path) =>
        [
            .. paths.GetProperty(path).GetProperty(method).GetProperty("parameters").EnumerateArray()
                .Where(p => p.GetProperty("in").GetString() == "header").Select(p => p.GetProperty("name").GetString()!),
        ];
        Assert.Equal("200 400 401 403 429", Answers("post", "/api/v1/session").Replace(" 413 415", "", StringComparison.Ordinal));
        Assert.Equal("200 304 400 401 403 404 429", Answers("get", "/api/v1/scores/{nomorPeserta}"));
        Assert.Equal("200 400 401 403 404 409 413 415 422 429", Answers("post", "/api/v1/roster"));
        Assert.Equal("200 400 401 403 404 409 412 413 415 422 428 429", Answers("put", "/api/v1/rooms/{kab}/{lokasi}/{ruang}/report"));
        Assert.Equal("200 401 429", Answers("get", "/api/v1/session"));
        Assert.Equal(["If-None-Match"], Headers("get", "/api/v1/rooms/{kab}/{lokasi}/{ruang}/report"));
        Assert.Equal(["If-Match"], Headers("put", "/api/v1/rooms/{kab}/{lokasi}/{ruang}/report"));
        Assert.Equal(["If-None-Match"], Headers("get", "/api/v1/accounts"));
    }

    private static async Task<JsonElement> PathsAsync()
    {
        await using var app = await OmrApp.StartAsync();
        using var anybody = app.Anybody();
        return JsonDocument.Parse(await anybody.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken))
            .RootElement.GetProperty("paths");
    }

    private static string Indented(string json)
    {
        using var document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(document, Layout).ReplaceLineEndings("\n") + "\n";
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
