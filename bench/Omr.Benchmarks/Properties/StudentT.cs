namespace Omr.Benchmarks.Properties;

/// <summary>
/// Student's t distribution for whole degrees of freedom, by its finite series (Abramowitz and Stegun 26.7.3 and 26.7.4).
/// </summary>
internal static class StudentT
{
    /// <summary>The chance of a value at least that far from 0 on either side.</summary>
    public static double TwoSided(double t, int freedom)
    {
        var angle = Math.Atan(Math.Abs(t) / Math.Sqrt(freedom));
        var (sine, cosine) = Math.SinCos(angle);
        var odd = freedom % 2 == 1;
        var (sum, term) = (0.0, odd ? cosine : 1);
        for (var k = odd ? 1 : 0; k < freedom - 1; k += 2)
        {
            sum += term;
            term *= cosine * cosine * (k + 1) / (k + 2);
        }

        var within = odd ? 2 / Math.PI * (angle + (sine * sum)) : sine * sum;
        return Math.Clamp(1 - within, 0, 1);
    }

    /// <summary>The value that is exceeded on either side with that chance, by halving.</summary>
    public static double Beyond(double chance, int freedom)
    {
        var (low, high) = (0.0, 1.0);
        while (TwoSided(high, freedom) > chance)
            high *= 2;
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            if (TwoSided(middle, freedom) > chance)
                low = middle;
            else
                high = middle;
        }

        return high;
    }
}
