namespace Omr.Benchmarks.Folder;

/// <summary>One figure from each round.</summary>
internal sealed class Series
{
    private readonly List<double> _values = [];

    public double Least => _values.Min();

    public double Median => _values.Order().ElementAt(_values.Count / 2);

    public void Add(double value) => _values.Add(value);
}
