using System.Diagnostics;

namespace Omr.Service.Tests.Cli;

/// <summary>Who may read what the service writes: its own account, but for the folders where scanners and staff come and go.</summary>
public sealed class FileModeTests : IDisposable
{
    private const string Own = "600";
    private const string OwnFolder = "700";

    private readonly CliFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(_folder[""], "*", SearchOption.AllDirectories))
            File.SetAttributes(file, FileAttributes.Normal);
        _folder.Dispose();
    }

    [Fact]
    public async Task A_data_folder_is_closed_but_for_what_scanners_and_staff_use()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "modes are Linux's");
        using (var service = Start("omr serve --data data --urls http://127.0.0.1:0"))
        {
            await Until("data/drop");
            _folder.Write("data/drop/12-001-003/a.jpg", new string('x', 100));
            await Until("data/done/12-001-003/a.jpg");
            Assert.Equal([Own, Own], Modes("data/omr.db", "data/omr.db-wal"));
            Assert.Equal(["755", "755", "755", "755"], Modes("data", "data/drop", "data/done", "data/parked"));
            Assert.Equal(["755", OwnFolder, OwnFolder, OwnFolder], Modes("data/done/12-001-003", "data/vault", "data/secrets", "data/heads"));
            await Until("data/parked/12-001-003/00000001 a.jpg.txt");
            Assert.Equal(["755", "644"], Modes("data/parked/12-001-003", "data/parked/12-001-003/00000001 a.jpg.txt"));
            using var kill = Process.Start("kill", ["-INT", $"{service.Id}"]);
            await CliRunner.EndAsync(service);
        }

        using (var admin = Start("omr admin create-key sistem --role sistem --data data"))
            Assert.Equal(0, (await CliRunner.EndAsync(admin)).Exit);
        using (var admin = Start("omr admin disable sistem --data data"))
            Assert.Equal("sistem: akun ditutup dan sesinya diakhiri", (await CliRunner.EndAsync(admin)).ErrorLine);

        using (var backup = Start("omr backup --data data --to copy"))
            Assert.Equal(0, (await CliRunner.EndAsync(backup)).Exit);
        Assert.Equal([OwnFolder, OwnFolder], Modes("copy", "copy/vault"));
        Assert.All(Directory.GetFiles(_folder["copy"]), f => Assert.Equal(Own, ModeOf(f)));
    }

    [Fact]
    public async Task An_account_in_a_folder_that_is_no_services_is_refused_and_makes_none()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the shell is Linux's");
        foreach (var order in (string[])["create-key sistem --role sistem", "disable sistem"])
        {
            using var admin = Start($"omr admin {order} --data data");
            var result = await CliRunner.EndAsync(admin);
            Assert.Equal(2, result.Exit);
            Assert.Contains("bukan folder data (tidak ada omr.db)", result.ErrorLine, StringComparison.Ordinal);
        }

        Assert.False(Directory.Exists(_folder["data"]));
    }

    // Under the mask that most systems have.
    private Process Start(string line)
    {
        var start = new ProcessStartInfo("sh", ["-c", $"umask 022; exec \"$0\" {line["omr ".Length..]}", CliRunner.Program])
        {
            WorkingDirectory = _folder[""],
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("OMR_LANG");
        start.Environment["OMR_Omr__PollSeconds"] = "0.1";
        start.Environment["OMR_Omr__RestSeconds"] = "0.2";
        start.Environment["OMR_Omr__PatienceSeconds"] = "1";
        return Process.Start(start)!;
    }

    private async Task Until(string name)
    {
        using var most = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        most.CancelAfter(TimeSpan.FromSeconds(60));
        while (!Path.Exists(_folder[name]))
            await Task.Delay(50, most.Token);
    }

    private string[] Modes(params string[] names) => [.. names.Select(n => ModeOf(_folder[n]))];

    private static string ModeOf(string path) =>
        OperatingSystem.IsWindows() ? "" : Convert.ToString((int)File.GetUnixFileMode(path), 8);
}
