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

    private CampaignState(string path, ulong seed, string version, DateTime measured) =>
        (_path, Seed, Version, Measured) = (path, seed, version, measured);

    public ulong Seed { get; }

    /// <summary>The engine's version with its commit.</summary>
    public string Version { get; }

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
    public static CampaignState? Open(string path, ulong seed, bool reportOnly, out string problem)
    {
        problem = "";
        if (!File.Exists(path))
            return new(path, seed, ThisVersion, Now);
        var lines = File.ReadAllLines(path);
        if (lines.Length == 0 || JsonSerializer.Deserialize<Header>(lines[0]) is not { } header)
        {
            problem = $"{path}: no state of a campaign";
            return null;
        }

        if (!reportOnly && (header.Seed != seed || header.Builds != Builds))
        {
            problem = $"{path}: measured with another seed or another build (seed {header.Seed}); "
                + "give another --state file, else figures of different programs would be mixed";
            return null;
        }

        var state = new CampaignState(path, header.Seed, header.Version ?? "", File.GetLastWriteTimeUtc(path));
        state._chunks.AddRange(lines.Skip(1).Select(l => JsonSerializer.Deserialize<ChunkResult>(l)!));
        return state;
    }

    public bool Holds(string campaign, int chunk) => _chunks.Any(c => c.Campaign == campaign && c.Chunk == chunk);

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
                text.WriteLine(JsonSerializer.Serialize(new Header(Seed, Builds, Version)));
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

    private sealed record Header(ulong Seed, string Builds, string? Version);
}
