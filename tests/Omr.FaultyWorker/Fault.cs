using System.Runtime.InteropServices;

namespace Omr.FaultyWorker;

/// <summary>
/// What goes wrong at a page, by the words of the file's name: <c>FAULT-PAGE</c>, for example <c>segv-2</c>; the page
/// <c>all</c> is every page. With <c>-once</c> it happens only where no file of that name and <c>.done</c> lies beside it.
/// </summary>
internal static partial class Fault
{
    public static void Happen(string name, string path, int page)
    {
        if (name.Split('-') is not [var fault, var where, ..] || (where != "all" && where != $"{page}"))
            return;
        if (name.EndsWith("-once", StringComparison.Ordinal))
        {
            if (File.Exists(path + ".done"))
                return;
            File.Create(path + ".done").Dispose();
        }

        switch (fault)
        {
            case "segv":
                _ = memset(1, 0, 1);
                break;
            case "abort":
                abort();
                break;
            case "exit":
                Environment.Exit(7);
                break;
            case "hang":
                while (true)
                    Thread.SpinWait(1_000_000);
            case "starve":
                // Half of a processor, for longer than two hasty silences.
                for (var watch = System.Diagnostics.Stopwatch.StartNew(); watch.Elapsed < TimeSpan.FromSeconds(2.5);)
                {
                    for (var turn = System.Diagnostics.Stopwatch.StartNew(); turn.Elapsed < TimeSpan.FromSeconds(0.1);)
                        Thread.SpinWait(1000);
                    using var never = new ManualResetEventSlim();
                    never.Wait(TimeSpan.FromSeconds(0.1));
                }

                break;
            case "nonsense":
                using (var output = Console.OpenStandardOutput())
                    output.Write("libsomething: warning: strange tag\n"u8);
                break;
            case "balloon":
                Balloon();
                break;
            case "heap":
                GC.KeepAlive(Enumerable.Range(0, 1024).Select(_ => new byte[1 << 20]).ToList());
                break;
        }
    }

    // Memory that a library takes and touches; it dies, as libraries do that don't look at what malloc gives.
    private static unsafe void Balloon()
    {
        while (true)
            NativeMemory.Fill(NativeMemory.Alloc(16 << 20), 16 << 20, 1);
    }

    [LibraryImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint memset(nint place, int value, nuint bytes);

    [LibraryImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void abort();
}
