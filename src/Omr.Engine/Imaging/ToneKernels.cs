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

    /// <summary>Gives each tone the darker of itself and another that is made lighter, or darker, by so much.</summary>
    /// <param name="tones">The tones.</param>
    /// <param name="others">As many others or more.</param>
    /// <param name="lighter">Added to each of the others; less than 0 makes it darker.</param>
    public static void Darken(Span<byte> tones, ReadOnlySpan<byte> others, int lighter)
    {
        var at = 0;
        var change = Vector128.Create((byte)Math.Min(Math.Abs(lighter), byte.MaxValue));
        for (; at <= tones.Length - Vector128<byte>.Count; at += Vector128<byte>.Count)
        {
            var other = Vector128.Create(others[at..]);
            other = lighter >= 0 ? Vector128.AddSaturate(other, change) : Vector128.SubtractSaturate(other, change);
            Vector128.Min(other, Vector128.Create<byte>(tones[at..])).CopyTo(tones[at..]);
        }

        DarkenScalar(tones[at..], others[at..], lighter);
    }

    public static void DarkenScalar(Span<byte> tones, ReadOnlySpan<byte> others, int lighter)
    {
        for (var i = 0; i < tones.Length; i++)
            tones[i] = (byte)Math.Min(tones[i], Math.Clamp(others[i] + lighter, 0, byte.MaxValue));
    }
}
