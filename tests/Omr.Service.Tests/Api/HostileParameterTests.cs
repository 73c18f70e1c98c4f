using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Omr.Service.Access;
using Omr.Service.Tests.Hosting;

namespace Omr.Service.Tests.Api;

/// <summary>
/// Every parameter and every field of a body that the OpenAPI document names, each given what no honest caller would send: the
/// answer is a problem in words or an answer, never a failure of the service, a trace of its code or a path of its disk.
/// </summary>
public partial class HostileParameterTests
{
    private const string Json = "application/json";
    private const int AtATime = 8;

    // As they stand in a query or path: some are no valid escape, or no valid UTF-8.
    private static readonly string[] Texts =
    [
        "", "%00", "a%00b", "..%2f..%2fetc%2fpasswd", "%2e%2e%2f", "%5c..%5c", "%27%20OR%201%3D1--", "%27%3B%20DROP%20TABLE%20files%3B--", "%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E",
        "%0d%0aSet-Cookie%3A%20a%3Db", "%ff%fe", "%c0%af", "%ed%a0%80", "%f4%90%80%80", "%", "%zz", "%e2%80%ae", "-1", "0", "-9223372036854775808", "9223372036854775807",
        "9223372036854775808", "99999999999999999999999999", "1e308", "NaN", "Infinity", "0x1F", "1.5", "1,5", "true", "null", "[]", "%7B%7D", "{0}", "%25s%25n", "*", "%25", "_",
        "%3D1%2B1", "%F0%9F%93%84", "%E0%B8%81%E0%B9%87", "2147483648", "-2147483649", "a-b-c", "--", "---", "%20", "%09", "%7f", "$where", "x%26y%3Dz", "%2F", "%3F", "%23",
    ];

    // As they stand in JSON.
    private static readonly string[] Values =
    [
        "null", "true", "[]", "{}", "-1", "0", "1.5", "1e400", "9223372036854775808", "99999999999999999999999", "-2147483649", "\"\"", "\"\\u0000\"", "\"a\\u0000b\"",
        "\"../../etc/passwd\"", "\"' OR 1=1 --\"", "\"<script>alert(1)</script>\"", "\"\\ud800\"", "\"\\u202egpj\"", "\"\\r\\nSet-Cookie: a=b\"", "\"TIDAK_ADA\"", "\"0001-01-01T00:00:00Z\"",
        "\"9999-12-31T23:59:59Z\"", "[[[[[[[[[[1]]]]]]]]]]", "{\"a\":{\"b\":1}}", "\"-1\"", "\"NaN\"", "[null]", "\"=1+1\"",
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_value_of_any_parameter_of_any_route_breaks_the_service_or_its_answer()
    {
        await using var app = await OmrApp.StartAsync();
        using var anybody = app.Anybody();
        var document = await anybody.GetFromJsonAsync<JsonNode>("/openapi/v1.json", Stop);
        var callers = new List<HttpClient>();
        foreach (var role in Enum.GetValues<Role>())
            callers.Add(role == Role.Admin ? await app.PersonAsync(role) : await app.CallerAsync(role));
        var asked = Requests(document!).ToList();
        Assert.InRange(asked.Count, 3000, 30_000);
        var wrong = new List<string>();
        var mayDo = new ConcurrentDictionary<string, HttpClient>(StringComparer.Ordinal);

        await Parallel.ForEachAsync(asked, new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = Stop }, async (a, stop) =>
        {
            // Who may is enough, and may do so at the next value, too.
            foreach (var caller in mayDo.TryGetValue(a.Route, out var known) ? [known] : callers)
            {
                var (status, problem) = await AskAsync(caller, a, stop);
                lock (wrong)
                {
                    if (problem is not null)
                        wrong.Add($"{a.Method} {Short(a.Path)} {Short(a.Body)}: {status} {problem}");
                }

                if (status is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized)
                    continue;
                if (status != HttpStatusCode.BadRequest || a.Body.Length > 0) // the door's answer says nothing of rights
                    mayDo[a.Route] = caller;
                break;
            }
        });
        callers.ForEach(c => c.Dispose());

        TestContext.Current.TestOutputHelper?.WriteLine($"{asked.Count} requests");
        Assert.Equal([], wrong.Take(20));
        Assert.Equal("Healthy", await anybody.GetStringAsync("/health/ready", Stop));
    }

    [Fact]
    public async Task A_body_with_a_field_named_twice_is_refused()
    {
        await using var app = await OmrApp.StartAsync();
        using var ketua = await app.CallerAsync(Role.Ketua);

        var (status, problem) = await AskAsync(ketua, new("", "POST", "/api/v1/findings/acts", "{\"kode\":\"D10\",\"kode\":\"D01\"}"), Stop);

        Assert.Null(problem);
        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [Fact]
    public async Task A_body_of_ten_megabytes_is_too_large_everywhere_but_for_lists()
    {
        await using var app = await OmrApp.StartAsync();
        using var ketua = await app.CallerAsync(Role.Ketua);
        using var admin = await app.PersonAsync(Role.Admin);

        var (status, problem) = await AskAsync(
            ketua, new("", "POST", "/api/v1/findings/acts", $"{{\"kode\":\"D10\",\"tindakan\":\"jawab\",\"teks\":\"{new string('x', 10 << 20)}\"}}"), Stop);
        using var list = await admin.SendAsync("/api/v1/roster", Encoding.UTF8.GetBytes("nomor_peserta\n" + new string('\n', 10 << 20)), "text/csv");

        Assert.Null(problem);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, list.StatusCode);
    }

    [Fact]
    public async Task What_is_no_proper_request_is_refused_at_the_door()
    {
        await using var app = await OmrApp.StartAsync();
        using var anybody = app.Anybody();
        var headers = string.Concat(Enumerable.Range(0, 200).Select(i => $"X-{i}: x\r\n"));
        (string Request, string Status)[] requests =
        [
            ("GET / HTTP/1.1\r\nHost: x\r\nX: " + new string('x', 40_000) + "\r\n\r\n", "431"),
            ("GET /" + new string('x', 20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n", "414"),
            ("GET / HTTP/1.1\r\n" + headers + "Host: x\r\n\r\n", "431"),
            ("GET / HTTP/1.1\r\n\r\n", "400"),
            ("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "400"),
            ("POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99999999999\r\n\r\n", "413"),
            ("POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", "400"),
            ("\0\0\0\0\r\n\r\n", "400"),
        ];
        foreach (var (request, status) in requests)
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(anybody.BaseAddress!.Host, anybody.BaseAddress.Port, Stop);
            await socket.SendAsync(Encoding.Latin1.GetBytes(request), Stop);
            var answer = new byte[4096];
            var length = await socket.ReceiveAsync(answer, Stop).AsTask().WaitAsync(TimeSpan.FromSeconds(20), Stop);
            Assert.StartsWith($"HTTP/1.1 {status}", Encoding.Latin1.GetString(answer, 0, length), StringComparison.Ordinal);
        }

        Assert.Equal("Healthy", await anybody.GetStringAsync("/health/ready", Stop));
    }

    [Fact]
    public async Task A_body_that_comes_too_slowly_is_not_waited_for()
    {
        await using var app = await OmrApp.StartAsync();
        var limits = app.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;

        Assert.Equal((240.0, TimeSpan.FromSeconds(5)), (limits.MinRequestBodyDataRate!.BytesPerSecond, limits.MinRequestBodyDataRate.GracePeriod));
        Assert.Equal(TimeSpan.FromSeconds(30), limits.RequestHeadersTimeout);
        Assert.Equal((256 << 10, 8 << 10, 32 << 10, 100), (limits.MaxRequestBodySize, limits.MaxRequestLineSize, limits.MaxRequestHeadersTotalSize, limits.MaxRequestHeaderCount));
    }

    private static IEnumerable<Asked> Requests(JsonNode document)
    {
        foreach (var (template, item) in document["paths"]!.AsObject())
        {
            foreach (var (method, operation) in item!.AsObject())
            {
                if (template.EndsWith("/events", StringComparison.Ordinal) || (method == "delete" && template.EndsWith("/session", StringComparison.Ordinal)))
                    continue; // they never end, or end the caller
                var route = $"{method} {template}";
                var parameters = operation!["parameters"]?.AsArray() ?? [];
                string Path(string? name, string value) => Regex.Replace(
                    template, "\\{(\\w+)\\}", m => m.Groups[1].Value == name ? value : m.Groups[1].Value == "id" ? "1" : "01");
                var plain = Path(null, "");
                foreach (var parameter in parameters)
                {
                    var name = (string)parameter!["name"]!;
                    var isPath = (string)parameter["in"]! == "path";
                    foreach (var text in Texts.Append(new string('9', 5000)).Append(new string('x', 5000)).Where(t => !isPath || (t.Length > 0 && t is not ("%" or "%zz"))))
                        yield return new(route, method, isPath ? Path(name, text) : $"{plain}?{name}={text}", method == "get" ? "" : "{}");
                    if (!isPath)
                        yield return new(route, method, $"{plain}?{name}=1&{name}=2", method == "get" ? "" : "{}");
                }

                var schema = Resolve(document, operation["requestBody"]?["content"]?[Json]?["schema"]);
                if (schema?["properties"] is not JsonObject fields)
                    continue;
                foreach (var whole in (string[])["", "{", "[]", "null", "1", "\"x\"", new string('[', 100_000), "{\"a\":" + new string('{', 200), "\ufeff{}", "{\"x\":1}", "{}", "{}{}", "{\"\\u0000\":1}"])
                    yield return new(route, method, plain, whole);
                foreach (var field in fields.Select(f => f.Key))
                {
                    var without = fields.Where(f => f.Key != field).Select(f => $"\"{f.Key}\":{Honest(document, f.Value)}");
                    yield return new(route, method, plain, $"{{{string.Join(',', without)}}}");
                    foreach (var value in Values.Append($"\"{new string('x', 100_000)}\""))
                    {
                        yield return new(route, method, plain, $"{{{string.Join(',', without.Prepend($"\"{field}\":{value}"))}}}");
                    }
                }
            }
        }
    }

    private static JsonNode? Resolve(JsonNode document, JsonNode? schema) =>
        (string?)schema?["$ref"] is { } name ? document["components"]!["schemas"]![name.Split('/')[^1]] : schema;

    private static string Honest(JsonNode document, JsonNode? schema)
    {
        schema = Resolve(document, schema);
        if (schema?["enum"] is JsonArray { Count: > 0 } names)
            return names[0]!.ToJsonString();
        var types = schema?["type"] is JsonArray many ? string.Join(' ', many.Select(t => (string)t!)) : (string?)schema?["type"] ?? "";
        return types.Contains("integer", StringComparison.Ordinal) || types.Contains("number", StringComparison.Ordinal) ? "1"
            : types.Contains("boolean", StringComparison.Ordinal) ? "true"
            : types.Contains("array", StringComparison.Ordinal) ? "[]"
            : "\"01\"";
    }

    private static async Task<(HttpStatusCode Status, string? Problem)> AskAsync(HttpClient client, Asked asked, CancellationToken stop)
    {
        // The path as it stands: .NET would mend it.
        var uri = new Uri(client.BaseAddress + asked.Path.TrimStart('/'), new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var request = new HttpRequestMessage(HttpMethod.Parse(asked.Method), uri);
        if (asked.Body.Length > 0)
        {
            var isList = asked.Path.Contains("/roster", StringComparison.Ordinal) || asked.Path.Contains("/attendance", StringComparison.Ordinal) || asked.Path.Contains("/entries", StringComparison.Ordinal);
            request.Content = new StringContent(asked.Body, Encoding.UTF8, isList ? "text/csv" : Json);
        }

        request.Headers.ExpectContinue = asked.Body.Length > 1 << 20; // who doesn't wait may find the line closed before the answer
        using var answer = await client.SendAsync(request, stop);
        var text = await answer.Content.ReadAsStringAsync(stop);
        var type = answer.Content.Headers.ContentType?.MediaType;
        string? problem = (int)answer.StatusCode >= 500 ? text
            : answer.Headers.Contains("Set-Cookie") && !answer.IsSuccessStatusCode ? "a cookie"
            : Inside().IsMatch(text) ? text
            : !answer.IsSuccessStatusCode && type != "application/problem+json" && !IsOfTheDoor(answer, text) ? $"{type} {text}"
            : text.Length > 20_000 && !answer.IsSuccessStatusCode ? $"{text.Length} characters"
            : null;
        return (answer.StatusCode, problem is null ? null : Short(problem));
    }

    // The server itself refuses what isn't even a request, without a word.
    private static bool IsOfTheDoor(HttpResponseMessage answer, string text) =>
        text.Length == 0 && answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.RequestUriTooLong;

    private static string Short(string text) => text.Length > 300 ? text[..300] + "..." : text;

    [GeneratedRegex(@"(?m)^\s+at [\w.]+\(|System\.\w+|Microsoft\.|SQLite|\.cs:line|/(?:tmp|home|root|var|srv|opt|usr|artifacts|src)/|Exception")]
    private static partial Regex Inside();

    private sealed record Asked(string Route, string Method, string Path, string Body);
}
