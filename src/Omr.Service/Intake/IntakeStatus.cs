using System.Collections.Concurrent;
using Omr.Scanner.Intake;

namespace Omr.Service.Intake;

/// <summary>What the last look into each drop folder came to.</summary>
internal sealed class IntakeStatus
{
    private readonly ConcurrentDictionary<string, (IntakeRound? Round, Wording? Problem)> _folders = new(StringComparer.Ordinal);

    /// <summary>Drop folders that could not be looked into the last time, with the reason.</summary>
    public IEnumerable<(string Folder, Wording Problem)> Problems =>
        _folders.Where(f => f.Value.Problem is not null).Select(f => (f.Key, f.Value.Problem!));

    /// <summary>Files that could not be taken at the last look.</summary>
    public IEnumerable<(string Name, string Reason)> NotTaken => _folders.Values.SelectMany(f => f.Round?.Failures ?? []);

    /// <summary>Folders of no room that lie in the drop folders: what is in them is not read.</summary>
    public IEnumerable<string> Strays => _folders.SelectMany(f => f.Value.Round?.Strays.Select(s => Path.Combine(f.Key, s)) ?? []);

    /// <summary>Links, pipes and devices that lie in the drop folders: they are not opened.</summary>
    public IEnumerable<string> Suspects => _folders.SelectMany(f => f.Value.Round?.Suspects.Select(s => Path.Combine(f.Key, s)) ?? []);

    public void Looked(string folder, IntakeRound round) => _folders[folder] = (round, null);

    public void Failed(string folder, Wording problem) =>
        _folders[folder] = (_folders.TryGetValue(folder, out var last) ? last.Round : null, problem);
}
