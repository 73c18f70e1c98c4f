using System.Numerics;
using System.Runtime.InteropServices;

namespace Omr.Simulator.Scanning;

/// <summary>
/// Sums over a line of pixels, several at a time. Each pixel is worked out by itself with the same roundings, so the
/// width of the machine's vectors doesn't change the result.
/// </summary>
internal static class LineMath
{
    /// <summary>to = from * factor.</summary>
    public static void Scale(ReadOnlySpan<float> from, float factor, Span<float> to)
    {
        var a = MemoryMarshal.Cast<float, Vector<float>>(from);
        var r = MemoryMarshal.Cast<float, Vector<float>>(to);
        for (var i = 0; i < r.Length; i++)
            r[i] = a[i] * factor;
        for (var i = r.Length * Vector<float>.Count; i < to.Length; i++)
            to[i] = from[i] * factor;
    }

    /// <summary>to = to + (one + other) * factor.</summary>
    public static void AddScaledSum(ReadOnlySpan<float> one, ReadOnlySpan<float> other, float factor, Span<float> to)
    {
        var a = MemoryMarshal.Cast<float, Vector<float>>(one);
        var b = MemoryMarshal.Cast<float, Vector<float>>(other);
        var r = MemoryMarshal.Cast<float, Vector<float>>(to);
        for (var i = 0; i < r.Length; i++)
            r[i] += (a[i] + b[i]) * factor;
        for (var i = r.Length * Vector<float>.Count; i < to.Length; i++)
            to[i] += (one[i] + other[i]) * factor;
    }
}
