using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Omr.Scanner.Intake;

namespace Omr.Scanner.Acquire;

/// <summary>
/// Drives a scanner by SANE's <c>scanimage</c>, page by page. A page is written beside the folder and moved into it when
/// it is whole; neither the program's exit code nor its words are believed about that, and a program that is silent for
/// too long is ended, because in a fault it sometimes never ends by itself.
/// </summary>
/// <param name="device">SANE's name of the scanner.</param>
/// <param name="dpi">Resolution.</param>
/// <param name="source">SANE's name of the paper source; empty for the scanner's own choice.</param>
/// <param name="time">The clock.</param>
public sealed class SaneScanner(string device, int dpi, string source, TimeProvider time)
{
    // Seconds; a cold lamp takes 30, a page of 600 dpi on a slow flatbed 60.
    private const int Silence = 120;

    // SANE's status values; scanimage exits with them.
    private const int ExitBusy = 3;
    private const int ExitJammed = 6;
    private const int ExitNoPaper = 7;
    private const int ExitCoverOpen = 8;

    /// <summary>Scans into a folder.</summary>
    /// <param name="folder">Where the pages go; made if it isn't there.</param>
    /// <param name="most">Pages at most; 0 for all that lie in the feeder.</param>
    /// <param name="extra">More arguments for <c>scanimage</c>.</param>
    /// <param name="page">Told of each page.</param>
    /// <param name="stop">Ends the scan; whole pages stay.</param>
    /// <exception cref="IOException"><c>scanimage</c> isn't installed, or the folder can't be written.</exception>
    public async Task<ScanResult> ScanAsync(
        string folder, int most, IReadOnlyList<string> extra, Action<int> page, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(page);
        Directory.CreateDirectory(folder);
        // A hidden folder on the same file system: the drop folder's listing passes it over, and moving out is one step.
        var work = Directory.CreateDirectory(Path.Combine(folder, $".scan-{Guid.NewGuid():N}")).FullName;
        var name = time.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        using var process = Start(work, most, extra);
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var words = ErrorText.ReadAsync(process.StandardError, CancellationToken.None);
        var (pages, isSilent) = (0, false);
        try
        {
            silence.CancelAfter(TimeSpan.FromSeconds(Silence));
            while (await process.StandardOutput.ReadLineAsync(silence.Token) is { } written)
            {
                silence.CancelAfter(TimeSpan.FromSeconds(Silence));
                if (Keep(Path.Combine(work, Path.GetFileName(written)), Path.Combine(folder, FormattableString.Invariant($"{name}-{pages + 1:0000}.tif"))))
                    page(++pages);
            }

            await process.WaitForExitAsync(silence.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            isSilent = true;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
            Directory.Delete(work, recursive: true);
        }

        return new(pages, isSilent ? ScanEnd.Silent : EndOf(process.ExitCode, pages), await words);
    }

    private static bool Keep(string written, string place)
    {
        if (!File.Exists(written))
            return false;
        using (var file = File.OpenRead(written))
        {
            if (StructuralEnd.Of(file) != FileEnd.Complete)
                return false;
        }

        File.Move(written, place, overwrite: false);
        return true;
    }

    private static ScanEnd EndOf(int code, int pages) => code switch
    {
        0 when pages > 0 => ScanEnd.Done,
        ExitNoPaper => pages > 0 ? ScanEnd.Done : ScanEnd.NoPaper,
        0 => ScanEnd.NoPaper,
        ExitBusy => ScanEnd.Busy,
        ExitJammed => ScanEnd.Jammed,
        ExitCoverOpen => ScanEnd.CoverOpen,
        _ => ScanEnd.Failed,
    };

    private Process Start(string work, int most, IReadOnlyList<string> extra)
    {
        var start = new ProcessStartInfo("scanimage")
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, CreateNoWindow = true,
        };
        start.Environment["LC_ALL"] = "C";
        List<string> words =
        [
            "--device-name", device, "--format=tiff", "--mode=Gray", FormattableString.Invariant($"--resolution={dpi}"),
            $"--batch={Path.Combine(work, "%d.tif")}", "--batch-print",
        ];
        if (source.Length > 0)
            words.Add($"--source={source}");
        if (most > 0)
            words.Add(FormattableString.Invariant($"--batch-count={most}"));
        foreach (var word in words.Concat(extra))
            start.ArgumentList.Add(word);
        try
        {
            return Process.Start(start) ?? throw new IOException("scanimage: not started");
        }
        catch (Win32Exception missing)
        {
            throw new IOException($"scanimage can't be started, install sane-utils: {missing.Message}", missing);
        }
    }
}
