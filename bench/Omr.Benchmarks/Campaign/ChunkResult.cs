namespace Omr.Benchmarks.Campaign;

/// <summary>What came of some sheets of a campaign; a line of the state file.</summary>
internal sealed record ChunkResult
{
    public string Campaign { get; init; } = "";

    public int Chunk { get; init; }

    /// <summary>Seconds that it took.</summary>
    public double Seconds { get; init; }

    /// <summary>Counts by group of sheets.</summary>
    public SortedDictionary<string, Tally> Strata { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Counts by the quality of the JPEG; sheets of other formats aren't counted here.</summary>
    public SortedDictionary<string, Tally> Qualities { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Doubtful items by profile, way of marking and reason, joined by <c>|</c>.</summary>
    public SortedDictionary<string, Cause> Causes { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Counts by how an item was written; sheets aren't counted here.</summary>
    public SortedDictionary<string, Tally> Kinds { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Doubtful items by their reason, refused sheets by theirs.</summary>
    public SortedDictionary<string, long> Reasons { get; init; } = new(StringComparer.Ordinal);

    public List<SheetFinding> Findings { get; init; } = [];

    /// <summary>All strata together.</summary>
    public Tally Total => Strata.Values.Aggregate(new Tally(), (a, b) => a + b);

    /// <summary>Adds the counts and findings of another.</summary>
    public void Add(ChunkResult other)
    {
        foreach (var (name, tally) in other.Strata)
            Add(Strata, name, tally);
        foreach (var (name, tally) in other.Qualities)
            Add(Qualities, name, tally);
        foreach (var (name, tally) in other.Kinds)
            Add(Kinds, name, tally);
        foreach (var (name, cause) in other.Causes)
            Causes[name] = Causes.TryGetValue(name, out var before) ? before + cause : cause;
        foreach (var (name, count) in other.Reasons)
            AddReason(name, count);
        Findings.AddRange(other.Findings);
    }

    public void AddReason(string name, long count = 1) => Reasons[name] = Reasons.GetValueOrDefault(name) + count;

    public static void Add(SortedDictionary<string, Tally> groups, string name, Tally tally) =>
        groups[name] = groups.GetValueOrDefault(name, new()) + tally;
}
