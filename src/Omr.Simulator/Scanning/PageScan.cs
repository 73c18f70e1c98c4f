using Omr.Engine.Template;
using Omr.Simulator.Paper;
using Omr.Simulator.Printing;

namespace Omr.Simulator.Scanning;

/// <summary>
/// Scans a sheet: one pass over the picture, a line at a time. A line is taken from the sheet (bilinear, at the places
/// that <see cref="SheetWarp"/> tells), blurred across, blurred along with its neighbours, lit by the lamp, given the
/// sensor's noise and turned to grey levels.
/// </summary>
internal sealed class PageScan
{
    // Pixels between places whose source is worked out; between them it runs straight. 16 pixels are 2 mm at 200 dpi,
    // over which the bends of a sheet are below a hundredth of a pixel.
    private const int Step = 16;

    private readonly GreyPicture _sheet;
    private readonly PaperState _paper;
    private readonly ScannerState _state;
    private readonly SheetWarp _warp;
    private readonly Chance _chance;
    private readonly double _mm;
    private readonly int _width;
    private readonly int _height;
    private readonly float _behind;

    public PageScan(
        GreyPicture sheet, PaperSize size, PaperState paper, ScannerState state, int dpi, Chance chance)
    {
        (_sheet, _paper, _state, _chance) = (sheet, paper, state, chance);
        _warp = new(state, size, paper.Fold);
        _mm = 25.4 / dpi;
        (_width, _height) = ((int)Math.Round(_warp.Frame.Width / _mm), (int)Math.Round(_warp.Frame.Height / _mm));
        _behind = (float)(state.Background * 255);
        Dpi = dpi;
    }

    private int Dpi { get; }

    /// <summary>The place of the sheet, in millimetres, that a pixel of the picture shows.</summary>
    public PaperPoint Source(int x, int y) => _warp.Source((x + 0.5) * _mm, (y + 0.5) * _mm);

    /// <summary>The picture; black and white only if the scanner is.</summary>
    public GreyPicture Run()
    {
        var kernel = Kernel(_state.Blur / _mm);
        var radius = kernel.Length - 1;
        var sensor = new SensorLine(_state, _width, _mm, _chance);
        var pixels = new byte[_width * _height];
        var lines = new float[(2 * radius) + 1][];
        for (var i = 0; i < lines.Length; i++)
            lines[i] = new float[_width];
        var raw = new float[_width + (2 * radius)];
        var sum = new float[_width];
        for (var y = -radius; y < _height + radius; y++)
        {
            TakeLine(Math.Clamp(y, 0, _height - 1), raw.AsSpan(radius, _width));
            raw.AsSpan(0, radius).Fill(raw[radius]);
            raw.AsSpan(_width + radius).Fill(raw[_width + radius - 1]);
            BlurAcross(raw, kernel, lines[(y + radius) % lines.Length]);
            if (y < radius)
                continue;
            BlurAlong(lines, y - radius, kernel, sum);
            sensor.Read(sum, (y - radius) / (double)_height, pixels.AsSpan((y - radius) * _width, _width));
        }

        var picture = new GreyPicture(_width, _height, Dpi, pixels);
        return _state.Bilevel == Bilevel.No ? picture : BlackAndWhite.From(picture, _state, sensor.Level(_paper.Tone));
    }

    private void TakeLine(int y, Span<float> line)
    {
        var grain = (float)_paper.Grain;
        var from = _warp.Source(0.5 * _mm, (y + 0.5) * _mm);
        for (var x = 0; x < _width; x += Step)
        {
            var to = _warp.Source((x + Step + 0.5) * _mm, (y + 0.5) * _mm);
            var run = line.Slice(x, Math.Min(Step, _width - x));
            Take(run, from, to);
            PaperGrain.Apply(run, from, (to.X - from.X) / Step, (to.Y - from.Y) / Step, grain);
            from = to;
        }
    }

    // Bilinear, with places of the sheet in 1/65536 pixel and weights in 1/256.
    private void Take(Span<float> run, PaperPoint from, PaperPoint to)
    {
        var one = _sheet.PerMm * 65536;
        var (u, v) = ((int)((from.X * one) - 32768), (int)((from.Y * one) - 32768));
        var (du, dv) = ((int)((to.X - from.X) * one / Step), (int)((to.Y - from.Y) * one / Step));
        var width = _sheet.Width;
        for (var i = 0; i < run.Length; i++, u += du, v += dv)
        {
            var (x, y) = (u >> 16, v >> 16);
            if ((uint)x >= (uint)(width - 1) || (uint)y >= (uint)(_sheet.Height - 1))
            {
                run[i] = _behind;
                continue;
            }

            var (fx, fy) = ((u >> 8) & 255, (v >> 8) & 255);
            var pair = _sheet.Pixels.AsSpan((y * width) + x, width + 2);
            var above = (pair[0] << 8) + (fx * (pair[1] - pair[0]));
            var below = (pair[width] << 8) + (fx * (pair[width + 1] - pair[width]));
            run[i] = ((above << 8) + (fy * (below - above))) * (1 / 65536f);
        }
    }

    // Half of a Gaussian, its middle first, ended where it falls below a hundredth, at least one neighbour.
    private static float[] Kernel(double deviation)
    {
        var radius = Math.Max(1, (int)Math.Ceiling(2.5 * deviation));
        var half = Enumerable.Range(0, radius + 1)
            .Select(k => Math.Exp(-k * k / (2 * deviation * deviation)))
            .ToArray();
        var sum = (2 * half.Sum()) - half[0];
        return Array.ConvertAll(half, w => (float)(w / sum));
    }

    private static void BlurAcross(float[] raw, float[] kernel, float[] line)
    {
        var radius = kernel.Length - 1;
        LineMath.Scale(raw.AsSpan(radius, line.Length), kernel[0], line);
        for (var k = 1; k <= radius; k++)
        {
            LineMath.AddScaledSum(
                raw.AsSpan(radius - k, line.Length), raw.AsSpan(radius + k, line.Length), kernel[k], line);
        }
    }

    private static void BlurAlong(float[][] lines, int y, float[] kernel, float[] sum)
    {
        // Line y of the picture was put in the ring as (y + radius), so its neighbours are found relative to that.
        var radius = kernel.Length - 1;
        LineMath.Scale(lines[(y + radius) % lines.Length], kernel[0], sum);
        for (var k = 1; k <= radius; k++)
        {
            LineMath.AddScaledSum(
                lines[(y + radius - k) % lines.Length], lines[(y + radius + k) % lines.Length], kernel[k], sum);
        }
    }
}
