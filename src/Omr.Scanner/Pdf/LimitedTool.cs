using System.Diagnostics;

namespace Omr.Scanner.Pdf;

/// <summary>
/// Runs one of poppler's programs in a process of its own, so that a PDF made to do harm costs no more than its own
/// file: limited in time, in what it writes and, where the system has <c>prlimit</c>, in memory and processor time.
/// </summary>
internal static class LimitedTool
{
    /// <summary>Seconds a program may take; the slowest honest page (A3, 600 dpi, JPEG 2000) takes about 5.</summary>
    public const int MaxSeconds = 60;

    /// <summary>Bytes a program may write: a page of <see cref="ScannedPdf.MaxPixels"/> in three colours.</summary>
    public const int MaxOutputBytes = 128 << 20;

    // Address space, libraries included; an A3 page at 600 dpi in colour needs about 0.4 GB.
    private const long MaxMemoryBytes = 2L << 30;

    // What prlimit, like every program that starts another, ends with if it can't.
    private const int CannotExecute = 126;
    private const int NotFound = 127;

    private static readonly string? Prlimit = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, "prlimit"))
        .FirstOrDefault(File.Exists);

    /// <summary>Runs the program to its end, or ends it when it breaks a limit.</summary>
    /// <exception cref="IOException">The program isn't installed.</exception>
    public static async Task<ToolResult> RunAsync(string tool, IReadOnlyList<string> arguments, CancellationToken stop)
    {
        using var process = Start(tool, arguments);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(TimeSpan.FromSeconds(MaxSeconds));
        try
        {
            var error = ErrorText.ReadAsync(process.StandardError, limit.Token);
            var output = await ReadOutputAsync(process.StandardOutput.BaseStream, limit.Token);
            if (output is not null) await process.WaitForExitAsync(limit.Token);
            else Kill(process);
            if (output is not null && process.ExitCode is (CannotExecute or NotFound)) throw Missing(tool, await error);
            return new(output is null ? -1 : process.ExitCode, output ?? default, await error, output is null);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new(-1, default, "", OverLimit: true);
        }
        finally
        {
            Kill(process);
        }
    }

    private static Process Start(string tool, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo
        {
            FileName = Prlimit ?? tool,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        start.Environment["LC_ALL"] = "C";
        if (Prlimit is not null)
        {
            string[] limits =
                [$"--as={MaxMemoryBytes}", $"--cpu={MaxSeconds}", $"--fsize={MaxOutputBytes}", "--core=0", "--", tool];
            foreach (var word in limits) start.ArgumentList.Add(word);
        }
        foreach (var word in arguments) start.ArgumentList.Add(word);
        try
        {
            var process = Process.Start(start) ?? throw new IOException($"{tool}: not started");
            process.StandardInput.Close();
            return process;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw Missing(tool, missing.Message);
        }
    }

    private static IOException Missing(string tool, string message) =>
        new($"{tool} can't be started, install poppler-utils: {message}");

    private static async Task<ReadOnlyMemory<byte>?> ReadOutputAsync(Stream output, CancellationToken stop)
    {
        using var bytes = new MemoryStream();
        var block = new byte[1 << 16];
        for (int read; (read = await output.ReadAsync(block, stop)) > 0;)
        {
            if (bytes.Length + read > MaxOutputBytes) return null;
            bytes.Write(block, 0, read);
        }
        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    private static void Kill(Process process)
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
    }
}
