using System.Text.RegularExpressions;

namespace Omr.Scanner.Intake;

/// <summary>
/// The originals that were moved away, held against the ledger: which of them are as they were taken, and which went on
/// growing while nobody watched. Where it isn't sure which arrival a changed file was, none is named: it is taken as new.
/// </summary>
internal sealed partial class TakenFiles
{
    private readonly ILookup<string, Arrival> _elsewhere;

    /// <param name="arrivals">What the ledger has of the drop folder, in order.</param>
    /// <param name="done">What lies where originals are moved to.</param>
    public TakenFiles(IReadOnlyList<Arrival> arrivals, IReadOnlyList<IncomingFile> done)
    {
        var noted = arrivals.Select(State).ToHashSet();
        var grown = arrivals.Where(a => a.Before is not null).Select(a => (a.Name, a.Before!.Value)).ToHashSet();
        var lies = done.SelectMany(f => NamesOf(f).Select(n => (n, f.Bytes, f.Modified))).ToHashSet();
        _elsewhere = arrivals
            .Where(a => !lies.Contains(State(a)) && !grown.Contains((a.Name, a.Modified)))
            .ToLookup(a => a.Name, StringComparer.Ordinal);
        var isAsTaken = done.ToLookup(f => NamesOf(f).Any(n => noted.Contains((n, f.Bytes, f.Modified))));
        Unchanged = [.. isAsTaken[true]];
        Grown = [.. isAsTaken[false].Select(Grew).OfType<IncomingFile>()];
    }

    /// <summary>Originals as they were taken.</summary>
    public IReadOnlyList<IncomingFile> Unchanged { get; }

    /// <summary>Originals that changed since, under the names under which they arrived.</summary>
    public IReadOnlyList<IncomingFile> Grown { get; }

    /// <summary>The arrival that a file may be whose original isn't where it should be; null if it is none or one of several.</summary>
    public Arrival? MayBe(IncomingFile file) => Only(_elsewhere[file.Name]);

    private static (string Name, long Bytes, DateTime Modified) State(Arrival a) => (a.Name, a.Bytes, a.Modified);

    // Somebody's file that never arrived is no original, and stays alone. What is shorter than all that arrived was cut off by
    // a power cut after the move, as scanner programs flush nothing; the vault has it whole.
    private IncomingFile? Grew(IncomingFile file)
    {
        var mayBe = NamesOf(file).SelectMany(n => _elsewhere[n]).Where(a => a.Bytes <= file.Bytes).ToList();
        return mayBe.Count == 0
            ? null
            : file with { Name = mayBe[0].Name, Room = mayBe[0].Room.Length == 0 ? null : mayBe[0].Room, Taken = Only(mayBe)?.Modified };
    }

    private static Arrival? Only(IEnumerable<Arrival> arrivals) => arrivals.Take(2).ToList() is [var only] ? only : null;

    // Its own name, and the one that it had before DoneFolder gave it a number.
    private static IEnumerable<string> NamesOf(IncomingFile file)
    {
        yield return file.Name;
        var plain = Number().Replace(file.Name, "");
        if (plain != file.Name)
            yield return plain;
    }

    [GeneratedRegex(@" \(\d+\)(?=\.[^./]*$|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
