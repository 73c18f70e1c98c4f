namespace Omr.Service.Sampling;

/// <summary>
/// The same for a sample from a pile of known size (hypergeometric): how many bad sheets the whole pile can have at most,
/// and how large a sample must be.
/// </summary>
internal static class LotBound
{
    // Just above one in twenty: a chance of exactly that must not be taken for more through rounding.
    private const double Chance = 1 - RateBound.Confidence + 1e-9;

    private const int SummedBelow = 16;

    /// <summary>The smallest sample that would hold at least one of that many bad sheets, 19 times in 20.</summary>
    public static long Needed(long lot, long bad)
    {
        var (chance, sample) = (0.0, 0L);
        while (chance > Math.Log(Chance) && sample < lot - bad)
        {
            chance += Math.Log((double)(lot - bad - sample) / (lot - sample));
            sample++;
        }

        // Where all the good ones fit into the sample, one more must be bad.
        return chance > Math.Log(Chance) ? Math.Min(lot, sample + 1) : sample;
    }

    /// <summary>The most bad sheets the lot can have, if a sample with that few of them isn't one that comes less than one time in twenty.</summary>
    public static long Upper(long lot, long sample, long bad)
    {
        var (low, high) = (bad, lot - (sample - bad));
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (AtMost(bad, lot, middle, sample) > Chance)
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }

    private static double AtMost(long found, long lot, long bad, long sample)
    {
        var (sum, all) = (0.0, LogChoose(lot, sample));
        for (var k = Math.Max(0, sample - (lot - bad)); k <= Math.Min(found, bad); k++)
            sum += Math.Exp(LogChoose(bad, k) + LogChoose(lot - bad, sample - k) - all);
        return sum;
    }

    private static double LogChoose(long of, long take) => LogFactorial(of) - LogFactorial(take) - LogFactorial(of - take);

    // Stirling's series, good to twelve digits from 16 on.
    private static double LogFactorial(long n)
    {
        var x = (double)n;
        if (n >= SummedBelow)
        {
            return (x * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI * x))
                + (1 / (12 * x)) - (1 / (360 * x * x * x)) + (1 / (1260 * Math.Pow(x, 5)));
        }

        var sum = 0.0;
        for (var i = 2; i <= n; i++)
            sum += Math.Log(i);
        return sum;
    }
}
