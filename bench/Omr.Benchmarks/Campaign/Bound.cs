namespace Omr.Benchmarks.Campaign;

/// <summary>Upper 95 % bounds of an error rate (RELIABILITY.md section 9).</summary>
internal static class Bound
{
    /// <summary>
    /// The largest rate under which that few errors among so many would still come 1 time in 20. Without an error this
    /// is 1 - 0.05^(1/n) exactly; else the Poisson mean under which at most that many come 1 time in 20, over n.
    /// </summary>
    public static double Of(long errors, long trials) =>
        trials == 0 ? 1 : errors == 0 ? 1 - Math.Pow(0.05, 1.0 / trials) : Math.Min(1, Mean(errors) / trials);

    // By halving: the chance of at most that many errors falls as the mean grows.
    private static double Mean(long errors)
    {
        var (low, high) = ((double)errors, (3 * errors) + 10.0);
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            if (AtMost(errors, middle) > 0.05)
                low = middle;
            else
                high = middle;
        }

        return high;
    }

    // Terms by their logarithms, so that large counts don't run out of range.
    private static double AtMost(long errors, double mean)
    {
        var (sum, term) = (0.0, -mean);
        for (var k = 0L; k <= errors; k++)
        {
            sum += Math.Exp(term);
            term += Math.Log(mean / (k + 1));
        }

        return sum;
    }
}
