using Omr.Engine;
using Omr.Engine.Template;

namespace Omr.Service.Diagnostics;

/// <summary>
/// How much ink the blank, marked and doubtful bubbles of a pile have, counted in bins, and the thresholds that its
/// sheets were judged by. It keeps counts, so that a pile of any size takes the same memory but for two numbers a sheet.
/// </summary>
public sealed class InkDistribution
{
    /// <summary>Ink below which everything counts in the first bin.</summary>
    public const double Lowest = -0.1;

    /// <summary>Width of a bin in ink.</summary>
    public const double Bin = 0.01;

    /// <summary>Number of bins; what is darker than the last counts in it.</summary>
    public const int Bins = 110;

    private readonly Dictionary<BubbleVerdict, long[]> _counts =
        Enum.GetValues<BubbleVerdict>().ToDictionary(v => v, _ => new long[Bins]);

    private readonly List<double> _blankThresholds = [];
    private readonly List<double> _markThresholds = [];

    /// <summary>Sheets counted.</summary>
    public int Sheets => _blankThresholds.Count;

    /// <summary>Of them, scanned in black and white only.</summary>
    public int BlackAndWhite { get; private set; }

    /// <summary>Items on them.</summary>
    public long Items { get; private set; }

    /// <summary>Of them, doubtful.</summary>
    public long DoubtfulItems { get; private set; }

    /// <summary>Ink up to which a bubble counted as blank, of each sheet.</summary>
    public IReadOnlyList<double> BlankThresholds => _blankThresholds;

    /// <summary>Ink from which a bubble counted as marked, of each sheet.</summary>
    public IReadOnlyList<double> MarkThresholds => _markThresholds;

    /// <summary>Counts a sheet's bubbles.</summary>
    /// <param name="reading">The sheet.</param>
    /// <param name="form">The form that it was read by.</param>
    public void Add(SheetReading reading, FormTemplate form)
    {
        var verdicts = BubbleVerdicts.Of(reading, form);
        for (var i = 0; i < verdicts.Length; i++)
            _counts[verdicts[i]][BinOf(reading.Ink[i])]++;
        _blankThresholds.Add(reading.BlankThreshold);
        _markThresholds.Add(reading.MarkThreshold);
        BlackAndWhite += reading.Quality.Bilevel ? 1 : 0;
        Items += reading.Items.Length;
        DoubtfulItems += reading.Items.Count(i => i.Status == ReadStatus.Doubtful);
    }

    /// <summary>Bubbles of a verdict in each bin, from <see cref="Lowest"/> up.</summary>
    public IReadOnlyList<long> Counts(BubbleVerdict verdict) => _counts[verdict];

    private static int BinOf(double ink) => Math.Clamp((int)Math.Floor((ink - Lowest) / Bin), 0, Bins - 1);
}
