using System.Runtime.CompilerServices;
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
        var done = Avx2.IsSupported && Close(du) && Close(dgu) && Inside(u, v) && Inside(u + (step * du), v + (step * dv))
            ? TakeMany(run, new(u, du), new(v, dv), new(gu, dgu), new(gv, dgv))
            : 0;
        for (var i = done; i < run.Length; i++)
        {
            var light = At(u + (i * du), v + (i * dv));
            // Eight pixels share a row of grain, as they do where they are taken together.
            run[i] = light * (1 + (grain * PaperGrain.At(gu + (i * dgu), gv + (((i & ~7) + 4) * dgv))));
        }
    }

    // Whether eight pixels and their neighbours lie within sixteen bytes.
    private static bool Close(int step) => Math.Abs(step) < 2 << 16;

    // Sixteen pixels from the right edge, since as many are loaded at once, and two rows from the lowest. A straight run
    // between such places stays there.
    private bool Inside(int u, int v) =>
        (uint)(u >> 16) < (uint)(sheet.Width - 16) && (uint)(v >> 16) < (uint)(sheet.Height - 2);

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
        var (bytes, full) = (Vector256.Create(255), Vector256.Create(256));
        var (share, grains, ones) = (Vector256.Create(1 / 256f), Vector256.Create(grain), Vector256<float>.One);
        fixed (byte* pixels = sheet.Pixels)
        fixed (float* to = run)
        {
            for (var i = 0; i < count; i += 8)
            {
                var (us, vs) = (u.Eight(i), v.Eight(i));
                var fx = (us >> 8) & bytes;
                var weights = ((full - fx) | (fx << 16)).AsInt16();
                var (above, below) = Rows(pixels, u, v, i, weights);
                var fy = Vector256.ConvertToSingle((vs >> 8) & bytes) * share;
                var light = (above + (fy * (below - above))) * share;
                var cloud = PaperGrain.At(gu.Least(i), gu.Eight(i), gv.At(i + 4));
                (light * (ones + (grains * cloud))).Store(to + i);
            }
        }

        return count;
    }

    // The light above and below eight places. They lie between the same two rows of the sheet, or, seldom, one row
    // apart, or on a sheet turned by more than 5 degrees further: then each place is loaded by itself.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private unsafe (Vector256<float> Above, Vector256<float> Below) Rows(
        byte* pixels, Steps u, Steps v, int i, Vector256<short> weights)
    {
        var (us, least, row) = (u.Eight(i), u.Least(i) >> 16, v.Least(i) >> 16);
        var further = (v.Most(i) >> 16) - row;
        if (further > 1)
        {
            var at = ((v.Eight(i) >> 16) * sheet.Width) + (us >> 16);
            return (
                Across(Pairs(Avx2.GatherVector256((int*)pixels, at, 1)), weights),
                Across(Pairs(Avx2.GatherVector256((int*)(pixels + sheet.Width), at, 1)), weights));
        }

        var first = (us >> 16) - Vector256.Create(least);
        var places = first | ((first + Vector256<int>.One) << 8);
        var pick = Vector128.Narrow(places.GetLower(), places.GetUpper()).AsByte();
        var from = pixels + (row * sheet.Width) + least;
        var (above, below) = (Row(0), Row(1));
        if (further == 0)
            return (above, below);
        var upper = Vector256.Equals(v.Eight(i) >> 16, Vector256.Create(row)).AsSingle();
        return (Vector256.ConditionalSelect(upper, above, below), Vector256.ConditionalSelect(upper, below, Row(2)));

        Vector256<float> Row(int down) =>
            Across(Ssse3.Shuffle(Vector128.Load(from + (down * sheet.Width)), pick), weights);
    }

    // The first two bytes of each four.
    private static Vector128<byte> Pairs(Vector256<int> fours)
    {
        var pairs = fours & Vector256.Create(0xFFFF);
        return Vector128.Narrow(pairs.GetLower().AsUInt32(), pairs.GetUpper().AsUInt32()).AsByte();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Across(Vector128<byte> pairs, Vector256<short> weights) =>
        Vector256.ConvertToSingle(Avx2.MultiplyAddAdjacent(Avx2.ConvertToVector256Int16(pairs), weights));

    // A place that moves on by the same step from pixel to pixel.
    private readonly record struct Steps(int First, int Step)
    {
        public int At(int place) => First + (place * Step);

        public Vector256<int> Eight(int from) =>
            Vector256.Create(At(from)) + (Vector256<int>.Indices * Step);

        public int Least(int from) => Step < 0 ? At(from + 7) : At(from);

        public int Most(int from) => Step < 0 ? At(from) : At(from + 7);
    }
}
