using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Omr.Engine.Imaging;

/// <summary>Work on runs of tones, sixteen or more at a time, each kernel with a twin that takes one at a time.</summary>
internal static class ToneKernels
{
    /// <summary>Sum of the tones.</summary>
    public static int Sum(ReadOnlySpan<byte> tones)
    {
        if (!Vector128.IsHardwareAccelerated)
            return SumScalar(tones);
        ref var first = ref MemoryMarshal.GetReference(tones);
        var lanes = Vector128<uint>.Zero;
        var i = 0;
        for (; i + Vector128<byte>.Count <= tones.Length; i += Vector128<byte>.Count)
        {
            var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref first, (nuint)i));
            var (even, odd) = Vector128.Widen(low + high);
            lanes += even + odd;
        }

        return (int)Vector128.Sum(lanes) + SumScalar(tones[i..]);
    }

    public static int SumScalar(ReadOnlySpan<byte> tones)
    {
        var sum = 0;
        foreach (var tone in tones)
            sum += tone;
        return sum;
    }

    /// <summary>Adds each tone to its place in the sums.</summary>
    public static void AddTo(Span<ushort> sums, ReadOnlySpan<byte> tones)
    {
        var i = 0;
        if (Vector128.IsHardwareAccelerated)
        {
            ref var sum = ref MemoryMarshal.GetReference(sums);
            ref var tone = ref MemoryMarshal.GetReference(tones[..sums.Length]);
            for (; i + Vector128<byte>.Count <= sums.Length; i += Vector128<byte>.Count)
            {
                var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref tone, (nuint)i));
                var upper = (nuint)(i + Vector128<ushort>.Count);
                (Vector128.LoadUnsafe(ref sum, (nuint)i) + low).StoreUnsafe(ref sum, (nuint)i);
                (Vector128.LoadUnsafe(ref sum, upper) + high).StoreUnsafe(ref sum, upper);
            }
        }

        AddToScalar(sums[i..], tones[i..]);
    }

    public static void AddToScalar(Span<ushort> sums, ReadOnlySpan<byte> tones)
    {
        for (var i = 0; i < sums.Length; i++)
            sums[i] += tones[i];
    }

    /// <summary>Adds one to the count of each place whose tone lies below the limit.</summary>
    public static void CountBelow(Span<byte> counts, ReadOnlySpan<byte> tones, byte limit)
    {
        var i = 0;
        if (Vector128.IsHardwareAccelerated)
        {
            ref var count = ref MemoryMarshal.GetReference(counts);
            ref var tone = ref MemoryMarshal.GetReference(tones[..counts.Length]);
            var limits = Vector128.Create(limit);
            for (; i + Vector128<byte>.Count <= counts.Length; i += Vector128<byte>.Count)
            {
                // Where the comparison holds, all bits are set: minus one.
                var below = Vector128.LessThan(Vector128.LoadUnsafe(ref tone, (nuint)i), limits);
                (Vector128.LoadUnsafe(ref count, (nuint)i) - below).StoreUnsafe(ref count, (nuint)i);
            }
        }

        CountBelowScalar(counts[i..], tones[i..], limit);
    }

    public static void CountBelowScalar(Span<byte> counts, ReadOnlySpan<byte> tones, byte limit)
    {
        for (var i = 0; i < counts.Length; i++)
        {
            if (tones[i] < limit)
                counts[i]++;
        }
    }

    /// <summary>How many of 32 tones lie below the limit.</summary>
    public static int CountBelow(Vector256<byte> tones, byte limit) =>
        BitOperations.PopCount(Vector256.LessThan(tones, Vector256.Create(limit)).ExtractMostSignificantBits());

    /// <summary>The tone that has <paramref name="rank"/> of the 32 before it when they are put in order.</summary>
    /// <remarks>Bit by bit from the top: the largest value below which no more than that many lie.</remarks>
    public static byte Ranked(Vector256<byte> tones, int rank)
    {
        var value = 0;
        for (var bit = 128; bit > 0; bit >>= 1)
        {
            if (CountBelow(tones, (byte)(value | bit)) <= rank)
                value |= bit;
        }

        return (byte)value;
    }

    /// <summary>Sum and number of the tones above the limit.</summary>
    public static (int Sum, int Count) SumAbove(ReadOnlySpan<byte> tones, byte limit)
    {
        var (sums, counts) = (Vector256<uint>.Zero, 0);
        var (at, limits) = (0, Vector256.Create(limit));
        for (; at <= tones.Length - Vector256<byte>.Count; at += Vector256<byte>.Count)
        {
            var run = Vector256.Create(tones[at..]);
            var above = Vector256.GreaterThan(run, limits);
            var (lower, upper) = Vector256.Widen(run & above);
            var (even, odd) = Vector256.Widen(lower + upper);
            sums += even + odd;
            counts += BitOperations.PopCount(above.ExtractMostSignificantBits());
        }

        var (sum, count) = SumAboveScalar(tones[at..], limit);
        return ((int)Vector256.Sum(sums) + sum, counts + count);
    }

    public static (int Sum, int Count) SumAboveScalar(ReadOnlySpan<byte> tones, byte limit)
    {
        var (sum, count) = (0, 0);
        foreach (var tone in tones)
            (sum, count) = tone > limit ? (sum + tone, count + 1) : (sum, count);
        return (sum, count);
    }

    /// <summary>How many tones lie above the limit.</summary>
    public static int CountAbove(ReadOnlySpan<byte> tones, int limit)
    {
        if (limit is < 0 or >= byte.MaxValue)
            return limit < 0 ? tones.Length : 0;
        var (count, at) = (0, 0);
        var limits = Vector128.Create((byte)limit);
        for (; at <= tones.Length - Vector128<byte>.Count; at += Vector128<byte>.Count)
        {
            count += BitOperations.PopCount(
                Vector128.GreaterThan(Vector128.Create(tones[at..]), limits).ExtractMostSignificantBits());
        }

        return count + CountAboveScalar(tones[at..], limit);
    }

    public static int CountAboveScalar(ReadOnlySpan<byte> tones, int limit)
    {
        var count = 0;
        foreach (var tone in tones)
            count += tone > limit ? 1 : 0;
        return count;
    }

    /// <summary>Sets each mark whose tone lies at the limit or below; leaves the others.</summary>
    /// <param name="marks">The marks.</param>
    /// <param name="tones">As many tones.</param>
    /// <param name="limit">Any number; below 0 no mark is set.</param>
    public static void MarkUpTo(Span<byte> marks, ReadOnlySpan<byte> tones, int limit)
    {
        if (limit < 0)
            return;
        var at = 0;
        var limits = Vector128.Create((byte)Math.Min(limit, byte.MaxValue));
        for (; at <= tones.Length - Vector128<byte>.Count; at += Vector128<byte>.Count)
        {
            var set = Vector128.LessThanOrEqual(Vector128.Create(tones[at..]), limits) | Vector128.Create<byte>(marks[at..]);
            set.CopyTo(marks[at..]);
        }

        MarkUpToScalar(marks[at..], tones[at..], limit);
    }

    public static void MarkUpToScalar(Span<byte> marks, ReadOnlySpan<byte> tones, int limit)
    {
        for (var i = 0; i < tones.Length; i++)
            marks[i] = tones[i] <= limit ? byte.MaxValue : marks[i];
    }

    /// <summary>Writes the mean of every two by two tones of two rows.</summary>
    /// <param name="means">The means.</param>
    /// <param name="upper">Twice as many tones.</param>
    /// <param name="lower">As many of the row below.</param>
    public static void Halve(Span<byte> means, ReadOnlySpan<byte> upper, ReadOnlySpan<byte> lower)
    {
        var at = 0;
        for (; at <= means.Length - Vector128<ushort>.Count; at += Vector128<ushort>.Count)
        {
            // Two neighbours lie in one number of 16 bits, the left one in its lower half.
            var (above, below) = (Vector128.Create(upper[(2 * at)..]).AsUInt16(), Vector128.Create(lower[(2 * at)..]).AsUInt16());
            var left = Vector128.Create((ushort)byte.MaxValue);
            var sum = (above & left) + (above >>> 8) + (below & left) + (below >>> 8) + Vector128.Create((ushort)2);
            var mean = sum >>> 2;
            Vector64.Narrow(mean.GetLower(), mean.GetUpper()).CopyTo(means[at..]);
        }

        HalveScalar(means[at..], upper[(2 * at)..], lower[(2 * at)..]);
    }

    public static void HalveScalar(Span<byte> means, ReadOnlySpan<byte> upper, ReadOnlySpan<byte> lower)
    {
        for (var i = 0; i < means.Length; i++)
            means[i] = (byte)((upper[2 * i] + upper[(2 * i) + 1] + lower[2 * i] + lower[(2 * i) + 1] + 2) / 4);
    }

    /// <summary>Gives each tone the darker of itself and another that is made lighter, or darker, by so much.</summary>
    /// <param name="tones">The tones.</param>
    /// <param name="others">As many others or more.</param>
    /// <param name="lighter">Added to each of the others; less than 0 makes it darker.</param>
    public static void Darken(Span<byte> tones, ReadOnlySpan<byte> others, int lighter)
    {
        var at = 0;
        var change = Vector256.Create((byte)Math.Min(Math.Abs(lighter), byte.MaxValue));
        for (; at < tones.Length && tones.Length >= Vector256<byte>.Count; at += Vector256<byte>.Count)
        {
            // The last ones are done together with some before, which a second time are what they are.
            at = Math.Min(at, tones.Length - Vector256<byte>.Count);
            var other = Vector256.Create(others[at..]);
            other = lighter >= 0 ? Vector256.AddSaturate(other, change) : Vector256.SubtractSaturate(other, change);
            Vector256.Min(other, Vector256.Create<byte>(tones[at..])).CopyTo(tones[at..]);
        }

        for (; at < tones.Length && tones.Length >= Vector128<byte>.Count; at += Vector128<byte>.Count)
        {
            at = Math.Min(at, tones.Length - Vector128<byte>.Count);
            var other = Vector128.Create(others[at..]);
            other = lighter >= 0
                ? Vector128.AddSaturate(other, change.GetLower())
                : Vector128.SubtractSaturate(other, change.GetLower());
            Vector128.Min(other, Vector128.Create<byte>(tones[at..])).CopyTo(tones[at..]);
        }

        if (at < tones.Length)
            DarkenScalar(tones[at..], others[at..], lighter);
    }

    public static void DarkenScalar(Span<byte> tones, ReadOnlySpan<byte> others, int lighter)
    {
        for (var i = 0; i < tones.Length; i++)
            tones[i] = (byte)Math.Min(tones[i], Math.Clamp(others[i] + lighter, 0, byte.MaxValue));
    }
}
