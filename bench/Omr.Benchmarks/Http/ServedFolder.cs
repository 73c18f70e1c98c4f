using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Omr.Service.Cli;

namespace Omr.Benchmarks.Http;

/// <summary><c>omr serve</c> over a data folder, in a process of its own.</summary>
internal sealed class ServedFolder : IAsyncDisposable
{
    private ServedFolder(Process process, int port) => (Process, Port) = (process, port);

    public Process Process { get; }

    public int Port { get; }

    /// <summary>Starts it and waits until it answers for that participant.</summary>
    public static async Task<ServedFolder> StartAsync(string folder, string key, string number)
    {
        var port = FreePort();
        var url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        var start = new ProcessStartInfo(WorkerProgram.Command.Program) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in (string[])[.. WorkerProgram.Command.Arguments.SkipLast(1), "serve", "--data", folder, "--urls", url])
            start.ArgumentList.Add(word);
        var served = new ServedFolder(Process.Start(start)!, port);
        served.Process.BeginErrorReadLine();
        served.Process.BeginOutputReadLine();
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        for (var tries = 0; !await AnswersAsync(client, $"{url}/api/v1/scores/{number}"); tries++)
        {
            if (tries == 600 || served.Process.HasExited)
                throw new InvalidOperationException("the service doesn't answer");
            await Task.Delay(100);
        }

        return served;
    }

    public async ValueTask DisposeAsync()
    {
        Process.Kill(entireProcessTree: true);
        await Process.WaitForExitAsync();
        Process.Dispose();
    }

    private static async Task<bool> AnswersAsync(HttpClient client, string url)
    {
        try
        {
            return (await client.GetAsync(new Uri(url))).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
