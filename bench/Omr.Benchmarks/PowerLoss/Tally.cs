namespace Omr.Benchmarks.PowerLoss;

/// <summary>What all cuts came to.</summary>
internal sealed class Tally
{
    public int Sheets { get; set; }

    public int Done { get; set; }

    public int Acts { get; set; }

    public int Late { get; set; }

    public int LateGone { get; set; }

    public int Joined { get; set; }

    public List<string> Faults { get; } = [];
}
