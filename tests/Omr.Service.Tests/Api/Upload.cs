using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Omr.Service.Tests.Api;

/// <summary>Sends lists as callers do, and reads the answers.</summary>
internal static class Upload
{
    public const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Sends lines as the body.</summary>
    public static Task<HttpResponseMessage> SendAsync(this HttpClient client, string path, params string[] lines) =>
        client.SendAsync(path, Encoding.UTF8.GetBytes(string.Join('\n', lines)), "text/csv");

    /// <summary>Sends bytes as the body.</summary>
    public static async Task<HttpResponseMessage> SendAsync(this HttpClient client, string path, byte[] bytes, string type)
    {
        using var body = new ByteArrayContent(bytes);
        body.Headers.ContentType = new MediaTypeHeaderValue(type);
        return await client.PostAsync(new Uri(path, UriKind.Relative), body, TestContext.Current.CancellationToken);
    }

    /// <summary>The answer's JSON, of that status.</summary>
    public static async Task<JsonElement> JsonAsync(this Task<HttpResponseMessage> sent, int status = 200)
    {
        var answer = await sent;
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True((int)answer.StatusCode == status, $"{(int)answer.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>A number in an answer, by its path.</summary>
    public static int Number(this JsonElement json, params string[] path) =>
        path.Aggregate(json, (at, name) => at.GetProperty(name)).GetInt32();

    /// <summary>A text in an answer; empty if it is null.</summary>
    public static string Text(this JsonElement json, string name) => json.GetProperty(name).GetString() ?? "";
}
