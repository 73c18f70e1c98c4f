using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Omr.Service.Tests.Review;

/// <summary>What people at the review desk ask and do, over HTTP.</summary>
internal static class ReviewDesk
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    // The tasks of the pages' own readings; nobody is registered here, so there are findings beside them.
    public static async Task<List<JsonElement>> ReadingsAsync(HttpClient caller, string query) =>
        [.. (await QueueAsync(caller, query)).Where(t => !t.GetProperty("jenis").GetString()!.StartsWith("Temuan", StringComparison.Ordinal))];

    public static async Task<List<JsonElement>> QueueAsync(HttpClient caller, string query)
    {
        var tasks = new List<JsonElement>();
        for (var cursor = ""; cursor is not null;)
        {
            var part = await caller.GetFromJsonAsync<JsonElement>($"/api/v1/review?{query}&cursor={cursor}", Stop);
            tasks.AddRange(part.GetProperty("isi").EnumerateArray());
            cursor = part.GetProperty("berikutnya").GetString();
        }

        return tasks;
    }

    public static async Task<List<JsonElement>> ListAsync(HttpClient caller, string query) =>
        [.. (await caller.GetFromJsonAsync<JsonElement>($"/api/v1/review/proposals?{query}", Stop)).GetProperty("isi").EnumerateArray()];

    public static Task<HttpResponseMessage> PostAsync(HttpClient caller, long page, string field, int item, string value, string reason) =>
        caller.PostAsJsonAsync(
            "/api/v1/review/proposals", new { lembar = page, isian = field, butir = item, baru = value, alasan = reason }, Stop);

    public static async Task<long> ProposeAsync(HttpClient caller, long page, string field, int item, string value, string reason)
    {
        var answer = await PostAsync(caller, page, field, item, value, reason);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("id").GetInt64();
    }

    public static async Task<HttpStatusCode> DecideAsync(HttpClient caller, long proposal, bool accept, string note) =>
        (await caller.PostAsJsonAsync(
            $"/api/v1/review/proposals/{proposal}/decision", new { terima = accept, catatan = note }, Stop)).StatusCode;

    public static (long Page, string Kind, string Field, int Item) Key(JsonElement task) => (
        task.GetProperty("lembar").GetInt64(), task.GetProperty("jenis").GetString()!, task.GetProperty("isian").GetString()!,
        task.GetProperty("butir").GetInt32());
}
