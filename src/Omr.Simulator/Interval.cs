namespace Omr.Simulator;

/// <summary>The range that a quantity is drawn from, evenly.</summary>
/// <param name="Low">Smallest value.</param>
/// <param name="High">Largest value.</param>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>Always the same value.</summary>
    public static Interval Just(double value) => new(value, value);

    /// <summary>From minus to plus that value.</summary>
    public static Interval UpTo(double value) => new(-value, value);
}
