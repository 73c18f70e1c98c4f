using Omr.Engine.Template;
using Omr.Simulator.Paper;
using Omr.Simulator.Printing;

namespace Omr.Simulator.Scanning;

/// <summary>
/// Scans a sheet: one pass over the picture, a line at a time. A line is taken from the sheet (bilinear, at the places
/// that <see cref="SheetWarp"/> tells, with the paper's grain), blurred across, blurred along with its neighbours, lit by the lamp, given the
/// sensor's noise and turned to grey levels.
/// </summary>
internal sealed class PageScan
{
    // Pixels between places whose source is worked out; between them it runs straight. 32 pixels are 4 mm at 200 dpi,
    // over which a bulge of 1 mm bends by 0.0005 mm and the paper at a fold by 0.003 mm: below a fortieth of a pixel.
    private const int Step = 32;

    private readonly PaperState _paper;
    private readonly ScannerState _state;
    private readonly SheetWarp _warp;
    private readonly Chance _chance;
    private readonly double _mm;
    private readonly int _width;
    private readonly int _height;
    private readonly SheetSampler _sampler;
    private readonly PaperPoint[] _nodes;

    public PageScan(
        GreyPicture sheet, PaperSize size, PaperState paper, ScannerState state, int dpi, Chance chance)
    {
        (_paper, _state, _chance) = (paper, state, chance);
        _warp = new(state, size, paper.Fold);
        _mm = 25.4 / dpi;
        (_width, _height) = ((int)Math.Round(_warp.Frame.Width / _mm), (int)Math.Round(_warp.Frame.Height / _mm));
        _sampler = new(sheet, (float)(state.Background * 255), (float)paper.Grain, Step);
        _nodes = new PaperPoint[((_width + Step - 1) / Step) + 1];
        Dpi = dpi;
    }

    private int Dpi { get; }

    /// <summary>The place of the sheet, in millimetres, that a pixel of the picture shows.</summary>
    public PaperPoint Source(int x, int y) => _warp.Source((x + 0.5) * _mm, (y + 0.5) * _mm);

    /// <summary>The picture in memory of its own; black and white only if the scanner is.</summary>
    public GreyPicture Run() => Run(new byte[_width * _height]);

    /// <summary>The picture in memory that the next scan will use again.</summary>
    public GreyPicture Run(SheetMemory memory) => Run(memory.Scan(_width * _height));

    private GreyPicture Run(byte[] pixels)
    {
        var kernel = Kernel(_state.Blur / _mm);
        var radius = kernel.Length - 1;
        var sensor = new SensorLine(_state, _width, _mm, _chance);
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
        _warp.Line((y + 0.5) * _mm, 0.5 * _mm, Step * _mm, _nodes);
        for (var (x, node) = (0, 0); x < _width; x += Step, node++)
            _sampler.Take(line.Slice(x, Math.Min(Step, _width - x)), _nodes[node], _nodes[node + 1]);
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
