namespace Omr.Simulator;

/// <summary>
/// A stream of random numbers that is the same on every machine: xoshiro256** (Blackman and Vigna, 2018), its state
/// filled by SplitMix64 from the run's seed, the sheet's index and the purpose. Each purpose has its own stream, so
/// that one more stain on a sheet doesn't change its answers, and sheets can be made in any order.
/// </summary>
internal sealed class Chance
{
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;

    public Chance(ulong seed, int sheet, Purpose purpose)
    {
        var state = Mix(Mix(seed) ^ ((ulong)(uint)sheet << 8) ^ (ulong)purpose);
        _a = Mix(state + 1);
        _b = Mix(state + 2);
        _c = Mix(state + 3);
        _d = Mix(state + 4);
    }

    /// <summary>A stream that goes on from that state.</summary>
    public Chance(ulong a, ulong b, ulong c, ulong d) => (_a, _b, _c, _d) = (a, b, c, d);

    /// <summary>What a stream of random numbers is for.</summary>
    public enum Purpose
    {
        /// <summary>What is written on the sheet.</summary>
        Plan = 1,

        /// <summary>The writer's hand.</summary>
        Hand,

        /// <summary>What happens to the paper.</summary>
        Paper,

        /// <summary>How the scanner sees it.</summary>
        Scanner,

        /// <summary>The textures that all sheets share.</summary>
        Texture,

        /// <summary>What <see cref="SheetHarm"/> does.</summary>
        Harm,

        /// <summary>Which sheets a run is made of.</summary>
        Choice,
    }

    public ulong Next()
    {
        var result = ulong.RotateLeft(_b * 5, 7) * 9;
        var t = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= t;
        _d = ulong.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>From 0 up to but not including 1.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public double Between(double low, double high) => low + ((high - low) * Unit());

    public double In(Interval interval) => Between(interval.Low, interval.High);

    /// <summary>From 0 up to but not including <paramref name="count"/>.</summary>
    public int Below(int count) => (int)(Unit() * count);

    public bool Happens(double probability) => Unit() < probability;

    /// <summary>
    /// Spread around 0 with that standard deviation: the sum of three even draws, which ends at 3 deviations as a
    /// hand's errors do.
    /// </summary>
    public double Around(double deviation) => (Unit() + Unit() + Unit() - 1.5) * 2 * deviation;

    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
