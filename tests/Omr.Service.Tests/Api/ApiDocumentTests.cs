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

    private static string Indented(string json)
    {
        using var document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(document, Layout).ReplaceLineEndings("\n") + "\n";
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
