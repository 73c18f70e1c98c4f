using System.Reflection;
using System.Text.Json;
using Omr.Engine;
using Omr.Simulator;

namespace Omr.Benchmarks.Campaign;

/// <summary>
/// The state file: a line that says with what it was measured, then a line for each finished chunk. It is written
/// anew beside its place and renamed after every chunk, so that whatever stops the program costs that chunk at most.
/// </summary>
internal sealed class CampaignState
{
    private readonly string _path;
    private readonly List<ChunkResult> _chunks = [];

    private CampaignState(string path, ulong seed, string version, IReadOnlyList<string> before, DateTime measured) =>
        (_path, Seed, Version, Before, Measured) = (path, seed, version, before, measured);

    public ulong Seed { get; }

    /// <summary>The engine's version with its commit.</summary>
    public string Version { get; }

    /// <summary>Other engines that measured some of its chunks; none unless it was asked for.</summary>
    public IReadOnlyList<string> Before { get; }

    /// <summary>When its last chunk was measured.</summary>
    public DateTime Measured { get; private set; }

    public IReadOnlyList<ChunkResult> Chunks => _chunks;

    // The builds that a figure belongs to; deterministic builds of the same sources have the same identity.
    private static string Builds =>
        $"{typeof(SheetReader).Module.ModuleVersionId:N} {typeof(Simulation).Module.ModuleVersionId:N}";

    private static string ThisVersion =>
        typeof(SheetReader).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    private static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    /// <summary>Opens or begins a state; null and a line when the file is of another run.</summary>
    public static CampaignState? Open(CampaignOptions options, out string problem)
    {
        var path = options.State;
        problem = "";
        if (!File.Exists(path))
            return new(path, options.Seed, ThisVersion, [], Now);
        if (Read(path) is not var (header, chunks))
        {
            problem = $"{path}: no state of a campaign; give another --state FILE";
            return null;
        }

        var (version, before) = (header.Version ?? "", header.Before ?? []);
        if (!options.ReportOnly && header.Seed != options.Seed)
        {
            problem = $"{path}: measured with seed {header.Seed}; give --seed {header.Seed} to go on, or another --state FILE";
            return null;
        }

        if (!options.ReportOnly && header.Builds != Builds)
        {
            if (!options.MixEngines)
            {
                problem = $"{path}: measured by engine {version}, this is engine {ThisVersion} (or another build of it); remove the "
                    + "file or give another --state FILE to start anew, or --mix-engines to go on, which the report will say";
                return null;
            }

            (version, before) = (ThisVersion, [.. before, version]);
        }

        var state = new CampaignState(path, header.Seed, version, before, File.GetLastWriteTimeUtc(path));
        state._chunks.AddRange(chunks);
        return state;
    }

    private static (Header, List<ChunkResult>)? Read(string path)
    {
        try
        {
            var lines = File.ReadAllLines(path);
            return lines.Length > 0 && JsonSerializer.Deserialize<Header>(lines[0]) is { Builds: not null } header
                ? (header, [.. lines.Skip(1).Select(l => JsonSerializer.Deserialize<ChunkResult>(l)!)])
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public bool Holds(string campaign, int chunk) => _chunks.Any(c => c.Campaign == campaign && c.Chunk == chunk);

    /// <summary>A line when it holds chunks that aren't this command's; null when all are.</summary>
    public string? Foreign(Func<string, bool> own) => _chunks.FirstOrDefault(c => !own(c.Campaign)) is { } other
        ? $"{_path}: holds what another command of omr bench measured ({other.Campaign}); give another --state FILE"
        : null;

    /// <summary>Adds a chunk and puts the file in place.</summary>
    public void Add(ChunkResult chunk)
    {
        _chunks.Add(chunk);
        Measured = Now;
        var beside = _path + ".part";
        using (var file = new FileStream(beside, FileMode.Create))
        {
            using (var text = new StreamWriter(file, leaveOpen: true))
            {
                text.WriteLine(JsonSerializer.Serialize(new Header(Seed, Builds, Version, Before)));
                foreach (var one in _chunks)
                    text.WriteLine(JsonSerializer.Serialize(one));
            }

            file.Flush(flushToDisk: true);
        }

        File.Move(beside, _path, overwrite: true);
    }

    /// <summary>All chunks of a campaign together.</summary>
    public ChunkResult Sum(string campaign)
    {
        var sum = new ChunkResult { Campaign = campaign, Seconds = _chunks.Where(c => c.Campaign == campaign).Sum(c => c.Seconds) };
        foreach (var chunk in _chunks.Where(c => c.Campaign == campaign).OrderBy(c => c.Chunk))
            sum.Add(chunk);
        return sum;
    }

    private sealed record Header(ulong Seed, string Builds, string? Version, IReadOnlyList<string>? Before);
}
