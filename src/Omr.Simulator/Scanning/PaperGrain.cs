using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Omr.Simulator.Scanning;

/// <summary>
/// The cloudiness of paper in the light: a tile of noise, fine fibres on soft clouds of some millimetres, that lies
/// fixed on the sheet.
/// </summary>
internal static class PaperGrain
{
    // A power of two (9 bits), so that places wrap by a mask.
    private const int Size = 512;

    // Cells a millimetre; the tile repeats after 51 mm.
    private const double PerMm = 10;

    private static readonly float[] Tile = Grow();

    /// <summary>A place in millimetres as cells in 1/65536; what overflows is a whole number of tiles.</summary>
    public static int Cells(double mm) => (int)(long)(mm * PerMm * 65536);

    /// <summary>The grain at a place in cells, standard deviation about 1.</summary>
    public static float At(int u, int v) => Tile[((v >> 16 & (Size - 1)) * Size) + (u >> 16 & (Size - 1))];

    /// <summary>The grain at eight places.</summary>
    public static unsafe Vector256<float> At(Vector256<int> u, Vector256<int> v)
    {
        var mask = Vector256.Create(Size - 1);
        var at = ((v >> 16 & mask) << 9) + (u >> 16 & mask);
        fixed (float* tile = Tile)
            return Avx2.GatherVector256(tile, at, sizeof(float));
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
