using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Omr.Engine.Template;
using Omr.Simulator.Printing;

namespace Omr.Simulator.Scanning;

/// <summary>
/// Takes runs of light from a sheet: bilinear between its pixels, times the grain of the paper there. Eight pixels at a
/// time where the machine can and all of them lie on the sheet, else one by one, with the same roundings.
/// </summary>
/// <param name="sheet">The sheet.</param>
/// <param name="behind">Light of what lies behind it.</param>
/// <param name="grain">Unevenness of its tone as a share.</param>
/// <param name="step">Pixels between the two places that a run is given by.</param>
internal sealed class SheetSampler(GreyPicture sheet, float behind, float grain, int step)
{
    /// <summary>Takes a run of at most <c>step</c> pixels.</summary>
    /// <param name="run">Light in 1/255 of all.</param>
    /// <param name="from">Place on the sheet of its first pixel, in millimetres.</param>
    /// <param name="to">Place of the pixel after a full run.</param>
    public void Take(Span<float> run, PaperPoint from, PaperPoint to)
    {
        // Places of the sheet in 1/65536 pixel, weights in 1/256.
        var one = sheet.PerMm * 65536;
        var (u, v) = ((int)((from.X * one) - 32768), (int)((from.Y * one) - 32768));
        var (du, dv) = ((int)((to.X - from.X) * one / step), (int)((to.Y - from.Y) * one / step));
        var (gu, gv) = (PaperGrain.Cells(from.X), PaperGrain.Cells(from.Y));
        var (dgu, dgv) = (PaperGrain.Cells((to.X - from.X) / step), PaperGrain.Cells((to.Y - from.Y) / step));
        var done = Avx2.IsSupported && Inside(u, v) && Inside(u + (step * du), v + (step * dv))
            ? TakeMany(run, new(u, du), new(v, dv), new(gu, dgu), new(gv, dgv))
            : 0;
        for (var i = done; i < run.Length; i++)
        {
            var light = At(u + (i * du), v + (i * dv));
            run[i] = light * (1 + (grain * PaperGrain.At(gu + (i * dgu), gv + (i * dgv))));
        }
    }

    // Two pixels from the edges, since four bytes are loaded at once. A straight run between such places stays there.
    private bool Inside(int u, int v) =>
        (uint)(u >> 16) < (uint)(sheet.Width - 3) && (uint)(v >> 16) < (uint)(sheet.Height - 3);

    private float At(int u, int v)
    {
        var (x, y, width) = (u >> 16, v >> 16, sheet.Width);
        if ((uint)x >= (uint)(width - 1) || (uint)y >= (uint)(sheet.Height - 1))
            return behind;
        var (fx, fy) = ((u >> 8) & 255, (v >> 8) & 255);
        var pair = sheet.Pixels.AsSpan((y * width) + x, width + 2);
        var above = (float)((pair[0] * (256 - fx)) + (pair[1] * fx));
        var below = (float)((pair[width] * (256 - fx)) + (pair[width + 1] * fx));
        return (above + (fy * (1 / 256f) * (below - above))) * (1 / 256f);
    }

    private unsafe int TakeMany(Span<float> run, Steps u, Steps v, Steps gu, Steps gv)
    {
        var count = run.Length & ~7;
        var (width, bytes, full) = (Vector256.Create(sheet.Width), Vector256.Create(255), Vector256.Create(256));
        var (share, grains, ones) = (Vector256.Create(1 / 256f), Vector256.Create(grain), Vector256<float>.One);
        fixed (byte* pixels = sheet.Pixels)
        fixed (float* to = run)
        {
            for (var i = 0; i < count; i += 8)
            {
                var (us, vs) = (u.Eight(i), v.Eight(i));
                var at = ((vs >> 16) * width) + (us >> 16);
                var fx = (us >> 8) & bytes;
                var weights = ((full - fx) | (fx << 16)).AsInt16();
                var above = Across(Avx2.GatherVector256((int*)pixels, at, 1), weights);
                var below = Across(Avx2.GatherVector256((int*)(pixels + sheet.Width), at, 1), weights);
                var fy = Vector256.ConvertToSingle((vs >> 8) & bytes) * share;
                var light = (above + (fy * (below - above))) * share;
                (light * (ones + (grains * PaperGrain.At(gu.Eight(i), gv.Eight(i))))).Store(to + i);
            }
        }

        return count;
    }

    // The first two bytes of each four, weighted and added.
    private static Vector256<float> Across(Vector256<int> four, Vector256<short> weights)
    {
        var pair = (four & Vector256.Create(255)) | ((four & Vector256.Create(0xFF00)) << 8);
        return Vector256.ConvertToSingle(Avx2.MultiplyAddAdjacent(pair.AsInt16(), weights));
    }

    // A place that moves on by the same step from pixel to pixel.
    private readonly record struct Steps(int First, int Step)
    {
        public Vector256<int> Eight(int from) =>
            Vector256.Create(First + (from * Step)) + (Vector256<int>.Indices * Step);
    }
}
