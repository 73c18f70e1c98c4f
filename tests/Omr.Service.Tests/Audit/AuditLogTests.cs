using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Omr.Service.Access;
using Omr.Service.Audit;
using Omr.Service.Hosting;
using Omr.Service.Scoring;
using Omr.Service.Signing;
using Omr.Service.Storage;
using Omr.Service.Tests.Cli;
using Omr.Service.Tests.Hosting;
using Omr.Service.Tests.Publication;

namespace Omr.Service.Tests.Audit;

public class AuditLogTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_log_that_nobody_touched_is_whole_and_says_how_far_it_is_signed()
    {
        using var log = await WrittenLog.OfAsync(7, 100);
        await AppendAsync(log);

        var report = log.Verify();

        Assert.Empty(report.Findings);
        Assert.Equal((101, 2, 100), (report.Entries, report.Heads, report.Covered));
    }

    [Fact]
    public async Task The_changed_entry_is_named_and_not_those_behind_it()
    {
        using var log = await WrittenLog.OfAsync(20);
        using (var database = log.OpenForTampering())
            WrittenLog.Run(database, "UPDATE audit SET After = 'C' WHERE Id IN (6, 13)");

        var findings = log.Verify().Findings;

        Assert.Equal([6, 13], findings.Where(f => f.What.English.Contains("content", StringComparison.Ordinal)).Select(f => f.Entry!.Value));
        Assert.Contains("000000000020.head", Assert.Single(findings, f => f.Entry == 1).What.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_made_anew_is_found_between_the_last_head_that_agrees_and_the_first_that_does_not()
    {
        using var log = await WrittenLog.OfAsync(5, 9, 12);
        using var other = await WrittenLog.OfAsync(9, 12);
        using (var database = other.OpenForTampering())
            WrittenLog.Run(database, "DELETE FROM audit WHERE Id > 6");
        await AppendAsync(other, times: 6);

        var report = AuditVerifier.Verify(other.Database, log.Heads, Stop);

        Assert.Equal([6, 6], report.Findings.Select(f => f.Entry!.Value));
        Assert.Equal(5, report.Covered);
    }

    [Fact]
    public async Task A_head_that_was_changed_or_signed_by_another_key_is_refused()
    {
        using var log = await WrittenLog.OfAsync(3, 4);
        var file = Path.Combine(log.Kept, "000000000004.head");
        var text = await File.ReadAllTextAsync(file, Stop);
        var keys = HeadFolder.Keys(log.Kept);
        for (var bit = 0; bit < 8 * text.Length; bit++)
        {
            var changed = text.ToCharArray();
            changed[bit / 8] ^= (char)(1 << (bit % 8));
            Assert.Null(KeptHead.Parse(new(changed), file, keys).Head);
        }

        using var stranger = await WrittenLog.OfAsync(1);
        var heads = HeadFolder.Load([log.Kept], HeadFolder.Keys(stranger.Kept));
        Assert.Equal((0, 2), (heads.Heads.Length, heads.Faults.Length));
    }

    [Fact]
    public async Task A_proof_convinces_whoever_has_the_public_key_and_no_changed_one_does()
    {
        using var log = await WrittenLog.OfAsync(5, 11);
        using var entries = new AuditLog(log.Database);
        var keys = HeadFolder.Keys(log.Kept);
        var entry = ProofFile.OfEntry(6, log.Heads.Covering(6)!, entries).Write();
        var growth = ProofFile.OfGrowth(5, 11, log.Heads, entries).Write();

        foreach (var text in (string[])[entry, growth])
        {
            Assert.Null(ProofFile.Parse(text)!.Problem(keys));
            // One bit of each character, each time another; every bit of the hashes themselves: MerkleTests.
            for (var bit = 0; bit < 8 * text.Length; bit += 9)
            {
                var changed = text.ToCharArray();
                changed[bit / 8] ^= (char)(1 << (bit % 8));
                var proof = ProofFile.Parse(new(changed));
                Assert.True(proof?.Problem(keys) is not null || proof is null, $"bit {bit} of {text}");
            }
        }
    }

    [Fact]
    public async Task The_service_signs_at_the_start_at_a_release_and_at_its_end_also_into_a_second_folder()
    {
        using var folder = new TempFolder();
        var away = Directory.CreateDirectory(Path.Combine(folder.Path, "away")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "omr.json"), Settings(away), Stop);
        var standing = new Standing().With("1001", "12-001-001", ScoreStatus.DN, 80m);
        string data;
        await using (var app = await standing.ServeAsync(folder))
        {
            data = app.Root;
            using var admin = await app.CallerAsync(Role.Admin);
            using var ketua = await app.CallerAsync(Role.Ketua);
            var run = await Standing.RunAsync(admin);
            await Standing.ReleaseAsync(ketua, run, "12");
            using var most = CancellationTokenSource.CreateLinkedTokenSource(Stop);
            most.CancelAfter(TimeSpan.FromSeconds(20));
            var entries = await app.Store.ReadAsync(db => db.Audit.CountAsync(Stop), Stop);
            while (!HeadFolder.Has(away, entries))
                await Task.Delay(20, most.Token);
            using var last = await app.CallerAsync(Role.Auditor);
        }

        var verified = await CliRunner.RunAsync("audit", "verify", "--data", data, "--heads", away, "--lang", "en");
        Assert.Equal((0, "whole"), (verified.Exit, verified.Lines[^1]));
        Assert.Contains("0 entries not signed", verified.Out, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(data, "secrets", "signing.pem")));
    }

    [Fact]
    public async Task No_service_starts_on_a_log_that_was_changed_or_without_the_key_of_its_heads()
    {
        using var folder = new TempFolder();
        await using (var app = await OmrApp.StartAsync(folder))
            using (await app.CallerAsync(Role.Admin))
            using (await app.CallerAsync(Role.Ketua))
                Assert.Empty(Directory.GetFiles(folder.Path, "*.part", SearchOption.AllDirectories));
        using var data = DataFolder.TryOpen(folder.Path)!;
        Assert.Null(AuditGate.Check(data, new(), Stop));

        File.Move(Path.Combine(data.Secrets, "signing.pem"), Path.Combine(folder.Path, "elsewhere"));
        Assert.Contains("signing.pem", AuditGate.Check(data, new(), Stop)!.English, StringComparison.Ordinal);
        File.Move(Path.Combine(folder.Path, "elsewhere"), Path.Combine(data.Secrets, "signing.pem"));

        await using (var database = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={data.Database};Pooling=false"))
        {
            database.Open();
            WrittenLog.Run(database, "DROP TRIGGER audit_no_DELETE; DELETE FROM audit WHERE Id = (SELECT max(Id) FROM audit)");
        }

        Assert.Contains("its tail was cut off", AuditGate.Check(data, new(), Stop)!.English, StringComparison.Ordinal);
        data.Dispose();
        var started = await CliRunner.RunAsync("serve", "--data", folder.Path, "--urls", "http://127.0.0.1:0", "--lang", "en");
        Assert.Equal(2, started.Exit);
        Assert.Contains("the audit log isn't whole", started.ErrorLine, StringComparison.Ordinal);
        var verified = await CliRunner.RunAsync("audit", "verify", "--data", folder.Path, "--lang", "en");
        Assert.Equal((1, "NOT WHOLE"), (verified.Exit, verified.Lines[^1]));
    }

    [Fact]
    public async Task A_folder_of_heads_that_is_away_is_told_by_the_health_and_stops_nothing()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(
            Path.Combine(folder.Path, "omr.json"), Settings(Path.Combine(folder.Path, "usb"), 0.01), Stop);
        await using var app = await OmrApp.StartAsync(folder);
        using var admin = await app.CallerAsync(Role.Admin);
        await UntilAsync(System.Net.HttpStatusCode.ServiceUnavailable);
        Directory.CreateDirectory(Path.Combine(folder.Path, "usb"));
        await UntilAsync(System.Net.HttpStatusCode.OK);

        async Task UntilAsync(System.Net.HttpStatusCode wanted)
        {
            using var most = CancellationTokenSource.CreateLinkedTokenSource(Stop);
            most.CancelAfter(TimeSpan.FromSeconds(20));
            while ((await admin.GetAsync("/health/ready", most.Token)).StatusCode != wanted)
                await Task.Delay(50, most.Token);
        }
    }

    [Fact]
    public async Task A_restored_backup_has_a_whole_log_and_its_heads()
    {
        using var folder = new TempFolder();
        await using var app = await OmrApp.StartAsync();
        using var admin = await app.CallerAsync(Role.Admin);
        var (to, back) = (Path.Combine(folder.Path, "to"), Path.Combine(folder.Path, "back"));
        Assert.Null((await DataBackup.MakeAsync(app.Root, to, TimeProvider.System, _ => { }, Stop)).Problem);
        using var later = await app.CallerAsync(Role.Ketua);
        Assert.Null((await DataBackup.RestoreAsync(to, back, _ => { }, Stop)).Problem);

        var verified = await CliRunner.RunAsync("audit", "verify", "--data", back, "--lang", "en");

        Assert.Equal((0, "whole"), (verified.Exit, verified.Lines[^1]));
        using var data = DataFolder.TryOpen(back)!;
        Assert.Null(AuditGate.Check(data, new(), Stop));
        Assert.NotNull(SigningKey.Find(data.Secrets));
    }

    [Fact]
    public async Task Proofs_and_lists_come_from_the_command_line()
    {
        using var folder = new TempFolder();
        await using (var app = await OmrApp.StartAsync(folder))
            using (await app.CallerAsync(Role.Admin))
            using (await app.CallerAsync(Role.Ketua))
                Assert.True(Directory.Exists(Path.Combine(folder.Path, "heads")));
        var (proof, key) = (Path.Combine(folder.Path, "bukti.json"), Directory.GetFiles(Path.Combine(folder.Path, "heads"), "*.pem").Single());

        Assert.Equal(0, (await CliRunner.RunAsync("audit", "prove", "2", "--data", folder.Path, "--out", proof)).Exit);
        var held = await CliRunner.RunAsync("audit", "check", proof, "--public-key", key);
        Assert.Equal((0, true), (held.Exit, held.Out.StartsWith("sah: entri 2 (account.", StringComparison.Ordinal)));
        Assert.Equal(0, (await CliRunner.RunAsync("audit", "consistency", "1", "2", "--data", folder.Path, "--out", proof)).Exit);
        Assert.Equal(0, (await CliRunner.RunAsync("audit", "check", proof, "--public-key", key)).Exit);
        Assert.Equal(2, (await CliRunner.RunAsync("audit", "prove", "999", "--data", folder.Path)).Exit);
        Assert.Equal(2, (await CliRunner.RunAsync("audit", "verify", "--data", proof)).Exit);
        Assert.Equal(2, (await CliRunner.RunAsync("audit", "show", "--last", "2", "--data", folder.Path)).Lines.Length);
        var lines = Path.Combine(folder.Path, "log.jsonl");
        Assert.Equal(0, (await CliRunner.RunAsync("audit", "export", "--data", folder.Path, "--out", lines)).Exit);
        Assert.StartsWith("{\"number\":2,", (await File.ReadAllLinesAsync(lines, Stop))[1], StringComparison.Ordinal);
    }

    private static string Settings(string heads, double minutes = 10) =>
        JsonSerializer.Serialize(new { Omr = new { Audit = new { Heads = heads, HeadMinutes = minutes } } });

    private static async Task AppendAsync(WrittenLog log, int times = 1)
    {
        await using var store = new Store(log.Database);
        for (var i = 0; i < times; i++)
            await store.WriteAsync(db => AuditTrail.AppendAsync(db, TimeProvider.System, Caller.Program, "more", $"{i}", stop: Stop), Stop);
    }
}
