namespace Omr.Simulator.Pencil;

/// <summary>
/// The roughness of paper that graphite catches on: a tile of noise with a grain of about 0.1 mm on a swell of about
/// 0.4 mm, evenly spread from 0 (a peak, which takes graphite first) to 1 (a hollow).
/// </summary>
internal static class PaperTooth
{
    private const int Size = 512;

    // Millimetres a cell; the tile repeats after 23 mm, which no bubble is as large as.
    private const double Cell = 0.045;

    private static readonly float[] Tile = Grow();

    /// <summary>The tooth at a place, in millimetres from any origin.</summary>
    public static float At(double x, double y) => Row(y)[Column(x)];

    /// <summary>The cells of the row at that place down the paper.</summary>
    public static ReadOnlySpan<float> Row(double y) => Tile.AsSpan(((int)(y / Cell) & (Size - 1)) * Size, Size);

    /// <summary>The place of a cell in its row.</summary>
    public static int Column(double x) => (int)(x / Cell) & (Size - 1);

    private static float[] Grow()
    {
        var chance = new Chance(0, 0, Chance.Purpose.Texture);
        var fine = Noise(chance, 1);
        var coarse = Noise(chance, 5);
        var sum = fine.Zip(coarse, (f, c) => f + (0.6f * c)).ToArray();

        // Ranks instead of heights: every height is then equally frequent.
        var order = Enumerable.Range(0, sum.Length).OrderBy(i => sum[i]).ThenBy(i => i).ToArray();
        for (var rank = 0; rank < order.Length; rank++)
            sum[order[rank]] = rank / (float)order.Length;
        return sum;
    }

    // White noise under a box blur of that radius in cells, brought back to a deviation of 1.
    private static float[] Noise(Chance chance, int radius)
    {
        var white = new float[Size * Size];
        for (var i = 0; i < white.Length; i++)
            white[i] = (float)chance.Around(1);
        var across = Blur(white, radius, 1, Size);
        var both = Blur(across, radius, Size, 1);
        var deviation = MathF.Sqrt(both.Sum(v => v * v) / both.Length);
        return Array.ConvertAll(both, v => v / deviation);
    }

    private static float[] Blur(float[] tile, int radius, int step, int line)
    {
        var blurred = new float[tile.Length];
        for (var row = 0; row < Size; row++)
        {
            for (var place = 0; place < Size; place++)
            {
                var sum = 0f;
                for (var k = -radius; k <= radius; k++)
                    sum += tile[(row * line) + (((place + k) & (Size - 1)) * step)];
                blurred[(row * line) + (place * step)] = sum;
            }
        }

        return blurred;
    }
}
