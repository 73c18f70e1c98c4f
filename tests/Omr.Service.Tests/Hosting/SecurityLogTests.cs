using System.Collections.Concurrent;
using System.Net.Http.Json;
using Microsoft.Extensions.Logging;
using Omr.Service.Access;

namespace Omr.Service.Tests.Hosting;

/// <summary>The log of refused requests: who, what route, from where; and nothing that a caller wrote.</summary>
public class SecurityLogTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_refusal_is_a_line_that_holds_no_number_and_no_secret_and_nothing_a_caller_wrote()
    {
        using var lines = new Lines();
        await using var app = await OmrApp.StartAsync(change: b => b.Logging.AddProvider(lines));
        using var anybody = app.Anybody();
        using var budi = await app.CallerAsync(Role.Operator, name: "budi");
        using var auditor = await app.CallerAsync(Role.Korkab, "12", "korkab");
        using var intruder = app.Anybody();
        intruder.DefaultRequestHeaders.Authorization = new("Bearer", "omr_0123456789abcdef");

        await anybody.GetAsync("/api/v1/scores/15051218020001?nama=Siti%0Arefused%20999", Stop);
        await intruder.GetAsync("/api/v1/scores", Stop);
        await budi.GetAsync("/api/v1/audit", Stop);
        await auditor.GetAsync("/api/v1/rooms/13/001/001/reconciliation", Stop);
        await anybody.PostAsJsonAsync("/api/v1/session", new { nama = "siti\nbaris", sandi = "rahasia-sekali" }, Stop);
        await anybody.GetAsync("/wp-admin%0Aline", Stop);
        await budi.GetAsync("/api/v1/batches", Stop);

        var security = lines.All.Where(l => l.Category == "Omr.Security").Select(l => l.Text).ToList();
        Assert.Equal(
            [
                "refused 401: GET /api/v1/scores/{nomorPeserta} by - from 127.0.0.1",
                "refused 401: GET /api/v1/scores by - from 127.0.0.1",
                "refused 403: GET /api/v1/audit by budi from 127.0.0.1",
                "refused 404: GET /api/v1/rooms/{kab}/{lokasi}/{ruang}/reconciliation by korkab from 127.0.0.1",
                "refused 401: POST /api/v1/session/ by - from 127.0.0.1",
                "refused 401: GET - by - from 127.0.0.1",
            ],
            security);
        foreach (var secret in (string[])["rahasia-sekali", "omr_0123", "15051218020001", "siti"])
            Assert.DoesNotContain(lines.All, l => l.Text.Contains(secret, StringComparison.OrdinalIgnoreCase));
    }

    private sealed class Lines : ILoggerProvider
    {
        public ConcurrentQueue<(string Category, string Text)> All { get; } = new();

        public ILogger CreateLogger(string categoryName) => new LinesOf(categoryName, All);

        public void Dispose()
        {
        }

        private sealed class LinesOf(string category, ConcurrentQueue<(string, string)> all) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                all.Enqueue((category, formatter(state, exception)));
        }
    }
}
