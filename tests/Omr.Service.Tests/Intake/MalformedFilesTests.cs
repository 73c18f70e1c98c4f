using System.Net;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Omr.Engine;
using Omr.Scanner.Tests.Fuzz;
using Omr.Service.Tests.Hosting;

namespace Omr.Service.Tests.Intake;

/// <summary>A few of the thousands that <c>omr bench malformed</c> sends.</summary>
public class MalformedFilesTests
{
    private const int Files = 41;
    private const int MostSeconds = 120;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Malformed_files_are_read_or_parked_with_their_reason_while_the_service_answers()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "poppler is found by PATH on Linux");
        var fixtures = Directory.EnumerateFiles(Fixtures()).Where(f => !f.EndsWith(".md", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        var malformed = new MalformedFiles([.. fixtures.Select(File.ReadAllBytes)], await File.ReadAllBytesAsync(fixtures.First(f => f.EndsWith("/grey.jpg", StringComparison.Ordinal)), Stop), seed: 7);
        await using var app = await OmrApp.StartAsync(change: b => b.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["Omr:PatienceSeconds"] = "0.5" }));
        using var anybody = app.Anybody();
        for (var i = 0; i < Files; i++)
        {
            var (_, name, bytes) = malformed.Next(i);
            await File.WriteAllBytesAsync(Path.Combine(app.Root, "drop", name), bytes, Stop);
        }

        for (var i = 0; i < 20 * MostSeconds && await app.Store.ReadAsync(db => db.Files.CountAsync(f => f.ReadAt != null, Stop), Stop) < Files; i++)
        {
            using var answer = await anybody.GetAsync(new Uri("/health/live", UriKind.Relative), Stop);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            await Task.Delay(50, Stop);
        }

        var pages = await app.Store.ReadAsync(db => db.Pages.Select(p => new { p.FileId, p.Refused }).ToListAsync(Stop), Stop);
        Assert.Equal(Files, pages.Select(p => p.FileId).Distinct().Count());
        Assert.DoesNotContain(nameof(RefusalReason.Failed), pages.Select(p => p.Refused));
        Assert.Equal(
            pages.Where(p => p.Refused.Length > 0).Select(p => p.FileId).Distinct().Count(),
            Directory.GetFiles(Path.Combine(app.Root, "parked"), "*.txt").Length);
    }

    private static string Fixtures([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "../../../fixtures/mutants");
}
