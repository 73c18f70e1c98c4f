using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Omr.Simulator.Printing;

/// <summary>Turns print (0 black, 255 none) into the light that toner on paper gives back.</summary>
internal static class Toner
{
    /// <summary>Lays a print on paper.</summary>
    /// <param name="print">The print.</param>
    /// <param name="toner">Light that solid print gives back, 1 being all.</param>
    /// <param name="paper">Light that bare paper gives back.</param>
    /// <param name="light">Grey levels; may be the same memory as the print.</param>
    /// <remarks>
    /// Fixed point: 257 times a level runs to 65535, the product's upper 16 bits are the share of the span from toner to
    /// paper in 1/256 level. Rounded once, at the end.
    /// </remarks>
    public static void Lay(ReadOnlySpan<byte> print, double toner, double paper, Span<byte> light)
    {
        var (black, span) = ((ushort)((toner * 255 * 256) + 128.5), (ushort)(Math.Max(0, paper - toner) * 255 * 256 + 0.5));
        var from = MemoryMarshal.Cast<byte, Vector256<byte>>(print);
        var to = MemoryMarshal.Cast<byte, Vector256<byte>>(light);
        var (blacks, spans) = (Vector256.Create(black), Vector256.Create((uint)span));
        for (var i = 0; i < from.Length; i++)
        {
            var (low, high) = Vector256.Widen(from[i]);
            to[i] = Vector256.Narrow(Lay(low), Lay(high));
        }

        for (var i = from.Length * Vector256<byte>.Count; i < print.Length; i++)
            light[i] = (byte)((black + ((print[i] * 257u * span) >> 16)) >> 8);

        Vector256<ushort> Lay(Vector256<ushort> levels)
        {
            var (low, high) = Vector256.Widen(levels * (ushort)257);
            return (blacks + Vector256.Narrow((low * spans) >> 16, (high * spans) >> 16)) >> 8;
        }
    }
}
