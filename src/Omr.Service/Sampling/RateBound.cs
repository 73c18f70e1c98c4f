namespace Omr.Service.Sampling;

/// <summary>What so many errors among so many trials prove of the rate behind them (Clopper and Pearson, one-sided).</summary>
internal static class RateBound
{
    /// <summary>How sure the bounds are.</summary>
    public const double Confidence = 0.95;

    private const int Halvings = 100;

    /// <summary>The largest rate under which that few errors would still come one time in twenty; some 3/n without an error.</summary>
    public static double Upper(long errors, long trials)
    {
        if (errors >= trials)
            return 1;
        if (errors == 0)
            return 1 - Math.Pow(1 - Confidence, 1.0 / trials);
        // By halving: the chance of at most that many errors falls as the rate grows.
        var (low, high) = ((double)errors / trials, 1.0);
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            if (AtMost(errors, trials, middle) > 1 - Confidence)
                low = middle;
            else
                high = middle;
        }

        return high;
    }

    // Terms by their logarithms, so that large counts don't run out of range.
    private static double AtMost(long errors, long trials, double rate)
    {
        var (sum, term) = (0.0, trials * Math.Log(1 - rate));
        var odds = Math.Log(rate / (1 - rate));
        for (var k = 0L; k <= errors; k++)
        {
            sum += Math.Exp(term);
            term += Math.Log((double)(trials - k) / (k + 1)) + odds;
        }

        return sum;
    }
}
