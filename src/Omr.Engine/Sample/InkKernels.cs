using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Omr.Engine.Imaging;

namespace Omr.Engine.Sample;

/// <summary>Sums the tones of the pixels under a mask: thirty-two or sixteen at a time, and one at a time as their tested twin.</summary>
internal static class InkKernels
{
    // Sums are kept in 16-bit lanes, two bytes added to each a step: 65,535 / 510 steps fit.
    private const int StepsPerFlush = 128;

    /// <summary>Sum of the tones under the mask, its middle laid on (x, y). The mask must lie within the page.</summary>
    public static int Sum(GrayImage page, InkMask mask, int x, int y) =>
        Vector256.IsHardwareAccelerated && mask.Width % Vector256<byte>.Count == 0 ? SumWide(page, mask, x, y)
        : Vector128.IsHardwareAccelerated ? SumVector(page, mask, x, y)
        : SumScalar(page, mask, x, y);

    /// <summary>For masks whose rows are whole vectors of 32 bytes.</summary>
    public static int SumWide(GrayImage page, InkMask mask, int x, int y)
    {
        ref var pixels = ref FirstPixel(page, mask, x, y);
        ref var bytes = ref MemoryMarshal.GetReference(mask.Bytes);
        var lanes = Vector256<ushort>.Zero;
        var total = 0;
        var steps = 0;
        for (var row = 0; row < mask.Height; row++)
        {
            for (var column = 0; column < mask.Width; column += Vector256<byte>.Count)
            {
                var tones = Vector256.LoadUnsafe(ref pixels, (nuint)column)
                    & Vector256.LoadUnsafe(ref bytes, (nuint)column);
                var (lower, upper) = Vector256.Widen(tones);
                lanes += lower + upper;
                if (++steps < StepsPerFlush)
                    continue;
                total += SumLanes(lanes.GetLower()) + SumLanes(lanes.GetUpper());
                lanes = Vector256<ushort>.Zero;
                steps = 0;
            }

            pixels = ref Unsafe.Add(ref pixels, page.Stride);
            bytes = ref Unsafe.Add(ref bytes, mask.Width);
        }

        return total + SumLanes(lanes.GetLower()) + SumLanes(lanes.GetUpper());
    }

    public static int SumVector(GrayImage page, InkMask mask, int x, int y)
    {
        ref var pixels = ref FirstPixel(page, mask, x, y);
        ref var bytes = ref MemoryMarshal.GetReference(mask.Bytes);
        var lanes = Vector128<ushort>.Zero;
        var total = 0;
        var steps = 0;
        for (var row = 0; row < mask.Height; row++)
        {
            for (var column = 0; column < mask.Width; column += InkMask.Lane)
            {
                var tones = Vector128.LoadUnsafe(ref pixels, (nuint)column)
                    & Vector128.LoadUnsafe(ref bytes, (nuint)column);
                var (lower, upper) = Vector128.Widen(tones);
                lanes += lower + upper;
                if (++steps < StepsPerFlush)
                    continue;
                total += SumLanes(lanes);
                lanes = Vector128<ushort>.Zero;
                steps = 0;
            }

            pixels = ref Unsafe.Add(ref pixels, page.Stride);
            bytes = ref Unsafe.Add(ref bytes, mask.Width);
        }

        return total + SumLanes(lanes);
    }

    public static int SumScalar(GrayImage page, InkMask mask, int x, int y)
    {
        var total = 0;
        for (var row = 0; row < mask.Height; row++)
        {
            var pixels = page.Pixels.AsSpan(((y - (mask.Height / 2) + row) * page.Stride) + x - mask.RadiusX);
            var bytes = mask.Bytes.Slice(row * mask.Width, mask.Width);
            for (var column = 0; column < bytes.Length; column++)
            {
                if (bytes[column] != 0)
                    total += pixels[column];
            }
        }

        return total;
    }

    /// <summary>Sum and number of the pixels under the mask whose columns are not left out.</summary>
    /// <param name="page">The page.</param>
    /// <param name="mask">The mask.</param>
    /// <param name="x">Its middle.</param>
    /// <param name="y">Its middle.</param>
    /// <param name="left">For each column of the page, whether it is left out.</param>
    public static (int Sum, int Count) SumWithout(GrayImage page, InkMask mask, int x, int y, ReadOnlySpan<bool> left)
    {
        int sum = 0, count = 0;
        for (var row = 0; row < mask.Height; row++)
        {
            var first = x - mask.RadiusX;
            var pixels = page.Pixels.AsSpan((y - (mask.Height / 2) + row) * page.Stride);
            for (var column = 0; column < mask.Width; column++)
            {
                if (mask.Bytes[(row * mask.Width) + column] == 0 || left[first + column])
                    continue;
                sum += pixels[first + column];
                count++;
            }
        }

        return (sum, count);
    }

    private static ref byte FirstPixel(GrayImage page, InkMask mask, int x, int y) => ref Unsafe.Add(
        ref MemoryMarshal.GetArrayDataReference(page.Pixels),
        ((y - (mask.Height / 2)) * page.Stride) + x - mask.RadiusX);

    private static int SumLanes(Vector128<ushort> lanes)
    {
        var (lower, upper) = Vector128.Widen(lanes);
        return (int)Vector128.Sum(lower + upper);
    }
}
