namespace Omr.Benchmarks.Folder;

/// <summary>Milliseconds of the floor and of the read, and bytes that the read allocated.</summary>
internal readonly record struct Timing(double FloorMs, double ReadMs, long Allocated)
{
    public static Timing operator +(Timing a, Timing b) =>
        new(a.FloorMs + b.FloorMs, a.ReadMs + b.ReadMs, a.Allocated + b.Allocated);
}
