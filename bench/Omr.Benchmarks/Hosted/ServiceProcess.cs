using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using Omr.Service.Hosting;
using Omr.Service.Storage;

namespace Omr.Benchmarks.Hosted;

/// <summary><c>omr serve</c> as a process of its own over a data folder, which may be ended at any moment.</summary>
internal sealed class ServiceProcess : IDisposable
{
    private static readonly string Dotnet = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../../dotnet");
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "omr.dll");
    private readonly Process _process;

    private ServiceProcess(string data, Process process, string url) => (Data, _process, Url) = (data, process, url);

    public string Data { get; }

    public string Url { get; }

    public int Id => _process.Id;

    /// <summary>The lines that it wrote into its log.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    /// <summary>Whether it has ended by itself.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>The processes that it reads with.</summary>
    public IEnumerable<int> Workers => Processes().Skip(1);

    /// <summary>Starts it; it may not be ready yet.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="settings">Its settings by name.</param>
    /// <param name="environment">Further environment variables.</param>
    public static ServiceProcess Start(
        string data, IReadOnlyDictionary<string, string>? settings = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        var port = FreePort();
        var url = $"http://127.0.0.1:{port}";
        var start = new ProcessStartInfo(Dotnet)
        {
            ArgumentList = { Program, "serve", "--data", data, "--urls", url },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
            start.Environment[$"OMR_Omr__{name}"] = value;
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        var service = new ServiceProcess(data, process, url);
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += (_, line) =>
        {
            service.Log.Enqueue(line.Data ?? "");
            if (line.Data is { } text && text.Contains("fail", StringComparison.OrdinalIgnoreCase))
                Console.Error.WriteLine(text);
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return service;
    }

    /// <summary>Runs another verb of the program to its end; its output is thrown away.</summary>
    public static async Task<TimeSpan> RunVerbAsync(params string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(Dotnet, [Program, .. arguments]) { RedirectStandardOutput = true })!;
        await process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        await process.WaitForExitAsync();
        return watch.Elapsed;
    }

    /// <summary>Runs another verb of the program to its end; its exit code, and what it printed.</summary>
    public static async Task<(int Code, string Text)> AskVerbAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Dotnet, [Program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (told, problem) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await told + await problem);
    }

    /// <summary>Waits until it answers; false if it ended before.</summary>
    public async Task<bool> TryReadyAsync()
    {
        try
        {
            await ReadyAsync();
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Waits until it answers.</summary>
    public async Task ReadyAsync()
    {
        using var client = new HttpClient();
        while (true)
        {
            try
            {
                if ((await client.GetAsync($"{Url}/health/live")).IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException) when (!_process.HasExited)
            {
                await Task.Delay(50);
            }
        }
    }

    /// <summary>Ends it as a power cut would: <c>kill -9</c>.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Ends one of its workers by <c>kill -9</c>, if there is one.</summary>
    public void KillWorker(Random chance)
    {
        int[] workers = [.. Processes().Skip(1)];
        if (workers.Length == 0)
            return;
        try
        {
            using var worker = Process.GetProcessById(workers[chance.Next(workers.Length)]);
            worker.Kill();
        }
        catch (ArgumentException)
        {
            // It has just ended.
        }
    }

    /// <summary>Ends it and its workers by <c>kill -9</c>.</summary>
    public async Task KillAllAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>Memory of it and of its workers that no other process shares, in MB; 0 where the system doesn't tell.</summary>
    public double Megabytes() =>
        Processes().Sum(id => Kilobytes($"/proc/{id}/smaps_rollup")) / 1024.0;

    /// <summary>The same of its own process, and of each process that it started.</summary>
    public (double Own, IReadOnlyList<double> Workers) MegabytesApart()
    {
        var all = Processes().Select(id => Kilobytes($"/proc/{id}/smaps_rollup") / 1024.0).ToList();
        return (all[0], all[1..]);
    }

    /// <summary>Asks the database; null while it can't be asked.</summary>
    public static async Task<T?> AskAsync<T>(string data, Func<OmrDatabase, Task<T>> ask)
        where T : class
    {
        if (!File.Exists(DataFolder.DatabaseOf(data)))
            return null;
        try
        {
            await using var store = new Store(DataFolder.DatabaseOf(data));
            return await store.ReadAsync(ask, CancellationToken.None);
        }
        catch (Microsoft.Data.Sqlite.SqliteException)
        {
            return null; // not migrated yet
        }
    }

    /// <summary>Files that have their readings.</summary>
    public static async Task<int> FilesReadAsync(string data) =>
        int.Parse(
            await AskAsync(data, async db => (await db.Files.CountAsync(f => f.ReadAt != null)).ToString(CultureInfo.InvariantCulture)) ?? "0",
            CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private IEnumerable<int> Processes()
    {
        yield return _process.Id;
        foreach (var task in Directory.Exists($"/proc/{_process.Id}/task") ? Directory.GetDirectories($"/proc/{_process.Id}/task") : [])
        {
            var path = Path.Combine(task, "children");
            foreach (var id in File.Exists(path) ? File.ReadAllText(path).Split(' ', StringSplitOptions.RemoveEmptyEntries) : [])
                yield return int.Parse(id, CultureInfo.InvariantCulture);
        }
    }

    private static long Kilobytes(string path)
    {
        try
        {
            var line = File.ReadLines(path).FirstOrDefault(l => l.StartsWith("Pss:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0; // it has just ended
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
