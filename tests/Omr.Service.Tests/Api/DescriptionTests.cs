using System.Net.Http.Json;
using System.Text.Json;
using Omr.Service.Tests.Hosting;

namespace Omr.Service.Tests.Api;

public class DescriptionTests
{
    [Fact]
    public async Task The_description_of_the_api_names_the_routes_from_sheets_to_scores()
    {
        await using var app = await OmrApp.StartAsync();
        using var anybody = app.Anybody();
        var api = await anybody.GetFromJsonAsync<JsonElement>("/openapi/v1.json", TestContext.Current.CancellationToken);
        var paths = api.GetProperty("paths").EnumerateObject().Select(p => p.Name).ToList();
        Assert.Superset(
            new HashSet<string>
            {
                "/api/v1/batches", "/api/v1/sheets/{id}", "/api/v1/sheets/{id}/image", "/api/v1/sheets/{id}/crop", "/api/v1/review",
                "/api/v1/review/proposals", "/api/v1/review/proposals/{id}/decision", "/api/v1/scoring-runs", "/api/v1/scoring-runs/{id}",
                "/api/v1/scoring-runs/{id}/changes", "/api/v1/releases", "/api/v1/scores/{nomorPeserta}", "/api/v1/scores",
            },
            paths.ToHashSet());
    }
}
