using System.Globalization;
using System.Text.Json;
using Omr.Service.Access;
using Omr.Service.Hosting;
using Omr.Service.Reconciliation;
using Omr.Service.Rehearsal;
using Omr.Service.Storage;

namespace Omr.Service.Cli;

/// <summary>
/// The demo's second half: the same room through the hosted service, from the drop folder to a score over HTTP, each step by
/// whoever has it to do. Its scores must be those of the first half.
/// </summary>
internal static class DemoService
{
    private const string Subject = "180";
    private const string Usual = "http://127.0.0.1:5080";
    private const string AnyPort = "http://127.0.0.1:0";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Runs it over a new data folder; whether everything came out as it must.</summary>
    /// <param name="folder">Where the demo writes.</param>
    /// <param name="scans">The envelope's scans.</param>
    /// <param name="expected">What the first half came to.</param>
    /// <param name="staysOpen">Whether the pages stay open afterwards, until somebody ends the program.</param>
    /// <param name="terminal">Where it tells.</param>
    /// <param name="stop">Ends it.</param>
    public static async Task<bool> RunAsync(
        string folder, string scans, RunReport expected, bool staysOpen, Terminal terminal, CancellationToken stop)
    {
        var root = Path.Combine(folder, $"layanan-{TimeProvider.System.GetLocalNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}");
        using var data = DataFolder.TryOpen(root)!;
        await using var app = OmrHost.Build(data, ListeningPorts.Fault(Usual) is null ? Usual : AnyPort, b => b.Logging.ClearProviders());
        await SchemaUpgrade.RunAsync(app.Services.GetRequiredService<Store>(), data, TimeProvider.System, stop);
        await app.StartAsync(stop);
        using var callers = new ServiceRehearsal(app.Urls.First(), app.Services.GetRequiredService<Accounts>());
        try
        {
            await SayAsync(
                terminal, $"6. Ruang yang sama lewat layanan ({app.Urls.First()}, data di {root}):",
                $"6. The same room through the service ({app.Urls.First()}, data in {root}):");
            var isGood = await ListsAsync(callers, terminal, stop)
                && await ScanAsync(callers, scans, Path.Combine(data.Drop, RehearsalRoom.Room.ToString()), terminal, stop)
                && await ScoreAsync(callers, expected, terminal, stop);
            if (staysOpen)
                await DemoPages.OpenAsync(app, data, callers, terminal, stop);
            return isGood;
        }
        finally
        {
            await app.StopAsync(CancellationToken.None);
        }
    }

    private static async Task<bool> ListsAsync(ServiceRehearsal callers, Terminal terminal, CancellationToken stop)
    {
        var problem =
            await callers.SendAsync("admin", Role.Admin, "/api/v1/roster", RehearsalRoom.File("peserta.csv"), stop)
            ?? await callers.SendAsync("pemberkasan", Role.Pemberkasan, "/api/v1/attendance", RehearsalRoom.File("hadir.csv"), stop)
            ?? await callers.SendAsync("pemegang-kunci-1", Role.PemegangKunci, $"/api/v1/keys/{Subject}/entries", RehearsalRoom.File("kunci.csv"), stop)
            ?? await callers.SendAsync("pemegang-kunci-2", Role.PemegangKunci, $"/api/v1/keys/{Subject}/entries", RehearsalRoom.File("kunci.csv"), stop)
            ?? (await callers.OrderAsync("ketua", Role.Ketua, $"/api/v1/keys/{Subject}/seal", new { }, stop)).Problem;
        await SayAsync(
            terminal, problem ?? "   - admin mengimpor peserta, pemberkasan daftar hadir; dua pemegang kunci mengisi kunci, ketua menyegelnya",
            problem ?? "   - admin imports the roster, pemberkasan the attendance list; two custodians enter the key, ketua seals it");
        return problem is null;
    }

    private static async Task<bool> ScanAsync(
        ServiceRehearsal callers, string scans, string drop, Terminal terminal, CancellationToken stop)
    {
        Directory.CreateDirectory(drop);
        var files = Directory.GetFiles(scans).Where(f => Path.GetExtension(f) != ".csv").ToList();
        foreach (var file in files)
            File.Copy(file, Path.Combine(drop, Path.GetFileName(file)));
        var began = TimeProvider.System.GetTimestamp();
        var pages = 0;
        while (pages < files.Count && TimeProvider.System.GetElapsedTime(began) < Patience)
        {
            await Task.Delay(200, stop);
            var batches = await callers.AskAsync("operator", Role.Operator, "/api/v1/batches", stop);
            pages = batches.GetProperty("isi").EnumerateArray().Sum(b => b.GetProperty("halaman").GetInt32());
            terminal.Progress($"{pages}/{files.Count}");
        }

        terminal.Progress("");
        var seconds = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        await SayAsync(
            terminal, FormattableString.Invariant($"   - operator memindai: {pages} dari {files.Count} lembar terbaca dalam {seconds:0.0} detik"),
            FormattableString.Invariant($"   - operator scans: {pages} of {files.Count} sheets read in {seconds:0.0} seconds"));
        return pages == files.Count;
    }

    private static async Task<bool> ScoreAsync(ServiceRehearsal callers, RunReport expected, Terminal terminal, CancellationToken stop)
    {
        var (run, problem) = await callers.OrderAsync("admin", Role.Admin, "/api/v1/scoring-runs", new { alasan = "gladi" }, stop);
        if (problem is not null)
        {
            await SayAsync(terminal, $"   - {problem}", $"   - {problem}");
            return false;
        }

        var number = run.GetProperty("id").GetInt64();
        var (_, refused) = await callers.OrderAsync("ketua", Role.Ketua, "/api/v1/releases", new { run = number, kab = RehearsalRoom.Room.Kab }, stop);
        await SayAsync(
            terminal, $"   - admin menjalankan skoring {number}; ketua belum dapat merilis: {refused}",
            $"   - admin runs scoring {number}; ketua can't release yet: {refused}");
        var scores = (await callers.AskAsync("auditor", Role.Auditor, "/api/v1/scores?limit=200", stop)).GetProperty("isi")
            .EnumerateArray().ToDictionary(s => s.GetProperty("nomorPeserta").GetString()!, StringComparer.Ordinal);
        var other = expected.Results.Count(r => !scores.TryGetValue(r.Participant.Number, out var score) || !Says(score, r));
        await SayAsync(
            terminal,
            other == 0 ? "   - nilai lewat HTTP sama dengan langkah 4 untuk semua peserta" : $"   - {other} nilai lewat HTTP berbeda dengan langkah 4",
            other == 0 ? "   - scores over HTTP are those of step 4 for everybody" : $"   - {other} scores over HTTP differ from those of step 4");
        return other == 0 && refused is not null;
    }

    private static bool Says(JsonElement score, ParticipantResult expected) =>
        score.GetProperty("status").GetString() == expected.Status.ToString()
        && (score.GetProperty("nilai").ValueKind == JsonValueKind.Null
            ? expected.Score is null
            : expected.Score?.Value == score.GetProperty("nilai").GetDecimal());

    private static async Task SayAsync(Terminal terminal, string indonesian, string english)
    {
        await terminal.Out.WriteLineAsync(terminal.Say(indonesian, english));
        await terminal.Out.FlushAsync();
    }
}
