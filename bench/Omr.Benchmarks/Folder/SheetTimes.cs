namespace Omr.Benchmarks.Folder;

/// <summary>
/// For each sheet the least of its turns, and their sum: on a machine that others use, the least of some turns is what
/// the work itself takes.
/// </summary>
internal sealed class SheetTimes(int sheets)
{
    private readonly double[] _least = [.. Enumerable.Repeat(double.PositiveInfinity, sheets)];

    public double Mean => _least.Average();

    public void Add(int sheet, double ms) => _least[sheet] = Math.Min(_least[sheet], ms);
}
