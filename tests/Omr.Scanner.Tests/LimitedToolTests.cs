using Omr.Scanner.Pdf;

namespace Omr.Scanner.Tests;

public sealed class LimitedToolTests
{
    public LimitedToolTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "these programs are Unix's");

    [Fact]
    public async Task A_program_that_writes_without_end_is_ended()
    {
        var result = await LimitedTool.RunAsync("yes", [], TestContext.Current.CancellationToken);

        Assert.True(result.OverLimit);
        Assert.NotEqual(0, result.ExitCode);
    }

    [Fact]
    public async Task Memory_and_processor_time_are_limited_where_the_system_can()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/prlimit"), "there is no prlimit");

        var result = await LimitedTool.RunAsync("sh", ["-c", "ulimit -v; ulimit -t"], TestContext.Current.CancellationToken);

        // 2 GB in kilobytes, and seconds.
        Assert.Equal("2097152\n60\n", result.Text);
    }

    [Fact]
    public async Task Complaints_are_kept_short_however_long_they_are()
    {
        var result = await LimitedTool.RunAsync(
            "sh", ["-c", "seq 100000 >&2; exit 3"], TestContext.Current.CancellationToken);

        Assert.Equal((3, false), (result.ExitCode, result.OverLimit));
        Assert.StartsWith("1; 2; 3; ", result.Error, StringComparison.Ordinal);
        Assert.InRange(result.Error.Length, 100, 300);
    }

    [Fact]
    public async Task Stopping_ends_the_program_at_once()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => LimitedTool.RunAsync("sleep", ["1000"], stop.Token));
    }

    [Fact]
    public async Task A_program_that_is_not_installed_is_told()
    {
        var missing = await Assert.ThrowsAsync<IOException>(
            () => LimitedTool.RunAsync("no-such-program-of-poppler", [], TestContext.Current.CancellationToken));

        Assert.StartsWith("no-such-program-of-poppler can't be started, install poppler-utils", missing.Message, StringComparison.Ordinal);
    }
}
