namespace Omr.Architecture.Tests;

/// <summary>
/// The engine reads no clock, disk, network or machine, writes no log and starts no thread: an argument over a mark is
/// settled by reading the same image with the same template again.
/// </summary>
public sealed class EnginePurityTests
{
    private static readonly string[] ForbiddenNamespaces =
    [
        "Microsoft.Extensions.", "System.Net.", "System.Data.", "System.IO.Pipes.", "System.IO.MemoryMappedFiles.",
        "System.Security.Cryptography.", "System.Threading.Tasks.",
    ];

    private static readonly string[] ForbiddenTypes =
    [
        "System.Console", "System.DateTime", "System.DateTimeOffset", "System.Guid", "System.Random",
        "System.TimeProvider", "System.IO.Directory", "System.IO.DirectoryInfo", "System.IO.File", "System.IO.FileInfo",
        "System.IO.FileStream", "System.IO.Path", "System.IO.StreamReader", "System.IO.StreamWriter",
        "System.Diagnostics.Process", "System.Diagnostics.Stopwatch", "System.Diagnostics.Trace",
        "System.Threading.Thread", "System.Threading.ThreadPool", "System.Threading.Timer",
    ];

    [Fact]
    public void The_engine_touches_no_clock_disk_log_or_thread()
    {
        var types = BuiltAssembly.Types("Omr.Engine");

        Assert.True(types.Count > 50, "the scan must see the engine");
        Assert.Empty(types.Intersect(ForbiddenTypes));
        Assert.DoesNotContain(types, t => ForbiddenNamespaces.Any(n => t.StartsWith(n, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_engine_does_not_ask_the_machine_who_or_where_it_is()
    {
        var asked = BuiltAssembly.Members("Omr.Engine").Where(member =>
            member.StartsWith("System.Environment.", StringComparison.Ordinal)
            || member == "System.Globalization.CultureInfo.get_CurrentCulture");

        // The compiler's own, in every iterator.
        Assert.Equal(["System.Environment.get_CurrentManagedThreadId"], asked.Distinct());
    }

    [Fact]
    public void The_engine_needs_no_package() =>
        Assert.All(
            BuiltAssembly.References("Omr.Engine"), name => Assert.StartsWith("System.", name, StringComparison.Ordinal));

    [Fact]
    public void The_scan_sees_what_it_forbids()
    {
        // Scanner reads files, so the same scan must find them there.
        Assert.Contains("System.IO.File", BuiltAssembly.Types("Omr.Scanner"));
    }
}
