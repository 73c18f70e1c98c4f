using Omr.Engine.Template;

namespace Omr.Simulator.Scanning;

/// <summary>
/// The cloudiness of paper in the light: a tile of noise, fine fibres on soft clouds of some millimetres, that lies
/// fixed on the sheet.
/// </summary>
internal static class PaperGrain
{
    private const int Size = 512;

    // Cells a millimetre; the tile repeats after 51 mm.
    private const double PerMm = 10;

    private static readonly float[] Tile = Grow();

    /// <summary>Multiplies a run of pixels with the grain under them.</summary>
    /// <param name="run">The pixels.</param>
    /// <param name="start">Place of the first on the sheet, in millimetres.</param>
    /// <param name="stepX">Millimetres to the right from pixel to pixel.</param>
    /// <param name="stepY">Millimetres down from pixel to pixel.</param>
    /// <param name="grain">Standard deviation as a share.</param>
    public static void Apply(Span<float> run, PaperPoint start, double stepX, double stepY, float grain)
    {
        // Places in 1/65536 cell; what overflows is a whole number of tiles, for the tile is a power of two wide.
        const double One = PerMm * 65536;
        var (u, v) = ((uint)(long)(start.X * One), (uint)(long)(start.Y * One));
        var (du, dv) = ((uint)(long)(stepX * One), (uint)(long)(stepY * One));
        var tile = Tile;
        for (var i = 0; i < run.Length; i++, u += du, v += dv)
            run[i] *= 1 + (grain * tile[((v >> 16 & (Size - 1)) * Size) + (u >> 16 & (Size - 1))]);
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
