using System.Diagnostics;

namespace Omr.Service.Tests.Cli;

/// <summary>The program itself, started as users start it.</summary>
public sealed class AsUsersDoTests : IDisposable
{
    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Results_go_to_standard_output_and_words_for_people_to_standard_error()
    {
        _folder.Write("scans/a.jpg", "hello");
        using var process = CliRunner.Start(_folder[""], "read", "scans", "--template", "ljk-ukg-100", "--lang", "en");

        var result = await CliRunner.EndAsync(process);

        Assert.Equal(1, result.Exit);
        Assert.StartsWith("file,page,field,item,value,status\na.jpg,1,,,no known image format", result.Out, StringComparison.Ordinal);
        Assert.EndsWith(",refused\n", result.Out, StringComparison.Ordinal);
        Assert.Equal("pages: 1 (0 read, 1 refused); doubtful items: 0 (on 0 pages)", result.ErrorLine);
    }

    [Fact]
    public async Task Bad_usage_ends_with_exit_code_2_and_one_line()
    {
        using var process = CliRunner.Start(_folder[""], "read", "--template", "ljk-ukg-100");

        var result = await CliRunner.EndAsync(process);

        Assert.Equal((2, ""), (result.Exit, result.Out));
        Assert.StartsWith("omr: PATH belum diberikan", result.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_under_standard_output_ends_with_one_line_and_exit_code_2()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "the device that is always full is Linux's");
        var shell = new ProcessStartInfo("sh", ["-c", "exec \"$0\" template list > /dev/full", CliRunner.Program])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(shell)!;

        var result = await CliRunner.EndAsync(process);

        Assert.Equal(2, result.Exit);
        Assert.StartsWith("omr: ", result.ErrorLine, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Stopping_the_program_leaves_no_half_written_file(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are sent by kill");
        // Enough sheets that they are still being read when the signal comes.
        await CliRunner.RunAsync("print", "--template", "ljk-ukg-60", "--spares", "60", "--out", _folder["ljk.pdf"]);
        using var process = CliRunner.Start(_folder[""], "read", "ljk.pdf", "--template", "ljk-ukg-60", "--out", "bacaan.csv");
        while (!File.Exists(_folder["bacaan.csv.part"]) && !process.HasExited)
            await Task.Delay(20, TestContext.Current.CancellationToken);

        using var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        var result = await CliRunner.EndAsync(process);

        Assert.Equal((130, "omr: dihentikan"), (result.Exit, result.ErrorLine));
        Assert.Equal(["ljk.pdf"], _folder.Names());
    }

    [Theory]
    [InlineData("KILL")]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task However_the_program_ends_no_worker_is_left(string signal)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "processes are looked up in /proc");
        await CliRunner.RunAsync("print", "--template", "ljk-ukg-60", "--spares", "60", "--out", _folder["ljk.pdf"]);
        File.Copy(_folder["ljk.pdf"], _folder["more.pdf"]);
        using var process = CliRunner.Start(
            _folder[""], "read", "ljk.pdf", "more.pdf", "--template", "ljk-ukg-60", "--out", "bacaan.csv", "--jobs", "2");
        var workers = new List<int>();
        while (workers.Count < 2 && !process.HasExited)
        {
            workers = WorkersOf(process.Id);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
        Assert.Equal(2, workers.Count);

        using var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        await CliRunner.EndAsync(process);

        // One whose program is gone learns it from its input's end, a moment later.
        for (var turns = 0; turns < 250 && workers.Exists(IsRunning); turns++)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(workers, IsRunning);
    }

    private static List<int> WorkersOf(int program) =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), out var id) ? id : 0)
            .Where(id => id > 0 && Proc(id, "status").Contains($"PPid:\t{program}\n") && IsRunning(id)),
    ];

    private static bool IsRunning(int id) => Proc(id, "cmdline").EndsWith("\0worker\0", StringComparison.Ordinal);

    private static string Proc(int id, string name)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/{name}");
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
