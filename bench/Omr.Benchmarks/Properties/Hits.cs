namespace Omr.Benchmarks.Properties;

/// <summary>How many of some marks fared so.</summary>
/// <param name="Count">Those that did.</param>
/// <param name="Of">All of them.</param>
internal readonly record struct Hits(long Count, long Of)
{
    public double Rate => (double)Count / Of;
}
