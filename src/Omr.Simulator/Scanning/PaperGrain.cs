using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Omr.Simulator.Scanning;

/// <summary>
/// The cloudiness of paper in the light: a tile of noise, fine fibres on soft clouds of some millimetres, that lies
/// fixed on the sheet.
/// </summary>
internal static class PaperGrain
{
    // A power of two, so that places wrap by a mask.
    private const int Size = 512;
    private const int Row = Size + 16;

    // Cells a millimetre; the tile repeats after 51 mm.
    private const double PerMm = 10;

    // Levels of grain in one standard deviation: a quarter of a grey level at most on the cloudiest paper. No height of the
    // tile passes six deviations.
    private const int Levels = 20;

    private static readonly sbyte[] Tile = Pack(Grow());

    /// <summary>A place in millimetres as cells in 1/65536; what overflows is a whole number of tiles.</summary>
    public static int Cells(double mm) => (int)(long)(mm * PerMm * 65536);

    /// <summary>The grain at a place in cells, standard deviation about 1.</summary>
    public static float At(int u, int v) =>
        Tile[((v >> 16 & (Size - 1)) * Row) + (u >> 16 & (Size - 1))] * (1f / Levels);

    /// <summary>The grain at eight places in a row that spans less than sixteen cells.</summary>
    /// <param name="least">The leftmost of them.</param>
    /// <param name="u">All of them.</param>
    /// <param name="v">Their row.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Vector256<float> At(int least, Vector256<int> u, int v)
    {
        var places = (u >> 16) - Vector256.Create(least >> 16);
        var words = Vector128.Narrow(places.GetLower(), places.GetUpper());
        var pick = Vector128.Narrow(words, words).AsByte();
        fixed (sbyte* tile = &Tile[((v >> 16 & (Size - 1)) * Row) + (least >> 16 & (Size - 1))])
        {
            var cells = Ssse3.Shuffle(Vector128.Load((byte*)tile), pick).AsSByte();
            return Vector256.ConvertToSingle(Avx2.ConvertToVector256Int32(cells)) * (1f / Levels);
        }
    }

    // Each row goes on with its own beginning, so that sixteen cells can be loaded at any place.
    private static sbyte[] Pack(float[] heights)
    {
        var tile = new sbyte[Size * Row];
        for (var i = 0; i < tile.Length; i++)
            tile[i] = (sbyte)Math.Round(heights[(i / Row * Size) + (i % Row & (Size - 1))] * Levels);
        return tile;
    }

    private static float[] Grow()
    {
        var chance = new Chance(1, 0, Chance.Purpose.Texture);
        var tile = new float[Size * Size];
        // Clouds: noise on coarser and coarser lattices, smoothly joined, nearly as strong.
        foreach (var (cell, strength) in (ReadOnlySpan<(int, double)>)[(1, 0.7), (2, 0.5), (8, 0.4), (32, 0.35)])
        {
            var count = Size / cell;
            var lattice = new float[count * count];
            for (var i = 0; i < lattice.Length; i++)
                lattice[i] = (float)chance.Around(strength);
            for (var i = 0; i < tile.Length; i++)
                tile[i] += Join(lattice, count, (i % Size) / (float)cell, i / Size / (float)cell);
        }

        return tile;
    }

    private static float Join(float[] lattice, int count, float x, float y)
    {
        var (x0, y0) = ((int)x, (int)y);
        var (fx, fy) = (x - x0, y - y0);
        var (x1, y1) = ((x0 + 1) % count, (y0 + 1) % count);
        var above = lattice[(y0 * count) + x0] + (fx * (lattice[(y0 * count) + x1] - lattice[(y0 * count) + x0]));
        var below = lattice[(y1 * count) + x0] + (fx * (lattice[(y1 * count) + x1] - lattice[(y1 * count) + x0]));
        return above + (fy * (below - above));
    }
}
