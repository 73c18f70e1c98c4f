using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text;
using Omr.Service.Rehearsal;
using Omr.Service.Rosters;
using Omr.Service.Scoring;
using Omr.Service.Runs;
using Omr.Service.Tests.Cli;
using Omr.Simulator;

namespace Omr.Service.Tests.Walk;

/// <summary>
/// docs/walk.md is run as it stands: its commands by bash against a real service on a fresh folder, its answers compared. Only the port
/// is another one, and the room of its first step is made here, since what <c>omr demo</c> does beyond that is tested by itself.
/// </summary>
public sealed class WalkTests : IDisposable
{
    private const string Port = "5080";
    private const string Mark = "=====";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_walk_through_the_service_goes_as_the_page_says()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Tools("bash", "curl", "jq", "openssl", "xxd", "base32"), "needs the tools that the page names");
        var steps = WalkStep.Of(await File.ReadAllTextAsync(Path.Combine(Here(), "../../../docs/walk.md"), Stop));
        Assert.Equal("./omr demo --once", steps[0].Commands);
        Directory.CreateDirectory(Path.Combine(_folder.Path, "gladi"));
        await MakeRoomAsync();
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "omr"), CliRunner.Program);

        var said = await RunAsync(steps.Skip(1).Select(s => s.Commands.Replace(Port, FreePort(), StringComparison.Ordinal)));
        foreach (var (step, output) in steps.Skip(1).Zip(said))
            Assert.True(step.Missing(output) is null, $"{step.Commands}\n--- isn't answered by ---\n{step.Missing(output)}\n--- but by ---\n{output}");
        Assert.Equal(steps.Count - 1, said.Length);
    }

    [Fact]
    public void An_answer_is_found_by_its_lines_in_their_order_with_anything_for_the_dots()
    {
        var step = Assert.Single(WalkStep.Of("# A\n```sh\nomr x\n```\nwords\n```text\na ... c\nd\n```\n"));
        Assert.Equal("omr x", step.Commands);
        Assert.Null(step.Missing("a b c\nz\nd\n"));
        Assert.Equal("d", step.Missing("d\na b c"));
        Assert.Equal("a ... c", step.Missing("c ... a"));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task MakeRoomAsync()
    {
        string At(string name) => _folder.Write(Path.Combine("gladi", name), RehearsalRoom.File(name));
        var errors = new List<RowError>();
        var exam = ScoreInputs.Read(
            At("peserta.csv"), At("hadir.csv"), At("kunci.csv"), [RehearsalRoom.Template], ScoreWeights.National, errors)!;
        var settings = RehearsalRoom.Settings(Environment.ProcessorCount);
        await Simulation.Run(
            settings, RehearsalRoom.Plans(exam.Roster, settings), Path.Combine(_folder.Path, "gladi", "pindai", RehearsalRoom.Room.ToString()),
            cancellation: Stop);
    }

    // What each step said. Whatever happens, the service that the page starts is ended with its shell.
    private async Task<string[]> RunAsync(IEnumerable<string> steps)
    {
        var script = new StringBuilder("set -eo pipefail\ntrap 'kill $(jobs -p) 2> /dev/null || true' EXIT\n");
        foreach (var commands in steps)
            script.AppendLine(commands.Contains("kill $SERVICE", StringComparison.Ordinal) ? $"{commands} || true" : commands).AppendLine($"echo; echo {Mark}");
        _folder.Write("walk.sh", Encoding.UTF8.GetBytes(script.ToString()));
        var start = new ProcessStartInfo("bash", ["-c", "exec bash walk.sh 2>&1"]) { WorkingDirectory = _folder.Path, RedirectStandardOutput = true };
        start.Environment.Remove("OMR_LANG");
        using var shell = Process.Start(start)!;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        end.CancelAfter(Patience);
        try
        {
            var output = await shell.StandardOutput.ReadToEndAsync(end.Token);
            await shell.WaitForExitAsync(end.Token);
            Assert.True(shell.ExitCode == 0, output);
            return output.Split($"\n{Mark}\n")[..^1];
        }
        finally
        {
            if (!shell.HasExited)
                shell.Kill(entireProcessTree: true);
        }
    }

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"{((IPEndPoint)listener.LocalEndpoint).Port}";
    }

    private static bool Tools(params string[] names) => Array.TrueForAll(
        names, n => Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, n))));

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
