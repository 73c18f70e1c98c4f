using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Omr.Engine.Imaging;

namespace Omr.Engine.Register;

/// <summary>
/// The pictures around several bubbles laid over each other and summed. What a probe sees there is the sum of what it
/// sees at each bubble, so that sliding it over this one small picture slides it over all of them.
/// </summary>
internal sealed class PatchWindow
{
    private const int Lane = 16;

    private ushort[] _sums = [];

    /// <summary>Pixels from the middle to each edge.</summary>
    public int Radius { get; private set; }

    /// <summary>Sums from one row to the next.</summary>
    public int Stride { get; private set; }

    /// <summary>The sums, row by row; the middle stands at <see cref="Radius"/> in both directions.</summary>
    public ReadOnlySpan<ushort> Sums => _sums;

    /// <summary>Sums from one row to the next in a window of that radius.</summary>
    public static int StrideOf(int radius) => (2 * radius / Lane * Lane) + Lane;

    /// <summary>Sums the pictures around these bubbles, at most 257 of them, all of which must lie within the page.</summary>
    public void Build(GrayImage page, ReadOnlySpan<(int X, int Y)> bubbles, int radius)
    {
        Resize(radius);
        if (Vector128.IsHardwareAccelerated)
            SumVector(page, bubbles);
        else
            SumScalar(page, bubbles);
    }

    /// <summary>The same, one pixel at a time.</summary>
    public void BuildScalar(GrayImage page, ReadOnlySpan<(int X, int Y)> bubbles, int radius)
    {
        Resize(radius);
        SumScalar(page, bubbles);
    }

    private void SumVector(GrayImage page, ReadOnlySpan<(int X, int Y)> bubbles)
    {
        ref var pixels = ref MemoryMarshal.GetArrayDataReference(page.Pixels);
        ref var sums = ref MemoryMarshal.GetArrayDataReference(_sums);
        Span<nuint> corners = stackalloc nuint[bubbles.Length];
        for (var i = 0; i < corners.Length; i++)
            corners[i] = (nuint)(((bubbles[i].Y - Radius) * page.Stride) + bubbles[i].X - Radius);
        nuint at = 0;
        for (var row = 0; row <= 2 * Radius; row++, at += (nuint)page.Stride)
        {
            var column = 0;
            for (; column + (2 * Lane) <= Stride; column += 2 * Lane)
            {
                var (first, second) = (Vector256<ushort>.Zero, Vector256<ushort>.Zero);
                foreach (var corner in corners)
                {
                    var (lower, upper) = Vector256.Widen(Vector256.LoadUnsafe(ref pixels, corner + at + (nuint)column));
                    (first, second) = (first + lower, second + upper);
                }

                first.StoreUnsafe(ref sums, (nuint)column);
                second.StoreUnsafe(ref sums, (nuint)(column + Lane));
            }

            if (column < Stride)
            {
                var total = Vector256<ushort>.Zero;
                foreach (var corner in corners)
                    total += Vector256.WidenLower(Vector128.LoadUnsafe(ref pixels, corner + at + (nuint)column).ToVector256Unsafe());
                total.StoreUnsafe(ref sums, (nuint)column);
            }

            sums = ref Unsafe.Add(ref sums, Stride);
        }
    }

    private void SumScalar(GrayImage page, ReadOnlySpan<(int X, int Y)> bubbles)
    {
        for (var i = 0; i < Stride * ((2 * Radius) + 1); i++)
        {
            _sums[i] = 0;
            foreach (var (x, y) in bubbles)
                _sums[i] += page.Pixels[((y - Radius + (i / Stride)) * page.Stride) + x - Radius + (i % Stride)];
        }
    }

    private void Resize(int radius)
    {
        Radius = radius;
        Stride = StrideOf(radius);
        if (_sums.Length < Stride * ((2 * radius) + 1))
            _sums = new ushort[Stride * ((2 * radius) + 1)];
    }
}
