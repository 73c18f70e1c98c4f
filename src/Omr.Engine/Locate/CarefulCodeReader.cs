using Omr.Engine.Geometry;
using Omr.Engine.Imaging;
using Omr.Engine.Native;
using Omr.Engine.Template;

namespace Omr.Engine.Locate;

/// <summary>
/// A second look at a symbol that could not be read: pencil and stamps are lighter than print, so with a low threshold
/// they vanish; a fold, a streak or writing that touches the symbol's edge is cut away and white put in its place.
/// Slower than the first look by far, and for few sheets.
/// </summary>
internal sealed class CarefulCodeReader
{
    // Shares of the symbol's area that are added around it, or cut off: a QR stands in four modules of white, a tenth of
    // the area and more.
    private static readonly double[] Margins = [0.08, 0, -0.06, -0.1];

    // Shares of the contrast below which a pixel is black; 0 leaves the tones as they are.
    private static readonly double[] Thresholds = [0, 0.3, 0.45, 0.6];

    // White around the cut-out, as a share of it.
    private const double Border = 0.12;

    private byte[] _pixels = [];

    /// <summary>The symbol's text, or null.</summary>
    public string? Read(GrayImage page, PageTone tone, in PaperMap map, CodeArea code)
    {
        foreach (var margin in Margins)
        {
            var area = CodeReader.Bounds(page, map, code.Area, margin * code.Area.Width);
            if (area.Width < 8 || area.Height < 8)
                continue;
            foreach (var threshold in Thresholds)
            {
                if (Read(page, area, threshold == 0 ? -1 : (int)(tone.Black + (threshold * tone.Contrast)), code.Symbology) is { } text)
                    return text;
            }
        }

        return null;
    }

    private string? Read(GrayImage page, PixelArea area, int threshold, CodeSymbology symbology)
    {
        var border = (int)(Border * area.Width);
        var (width, height) = (area.Width + (2 * border), area.Height + (2 * border));
        if (_pixels.Length < width * height)
            _pixels = new byte[width * height];
        _pixels.AsSpan(0, width * height).Fill(byte.MaxValue);
        for (var y = 0; y < area.Height; y++)
        {
            var from = page.Row(area.Y + y).Slice(area.X, area.Width);
            var to = _pixels.AsSpan(((border + y) * width) + border, area.Width);
            for (var x = 0; x < from.Length; x++)
                to[x] = threshold < 0 ? from[x] : from[x] < threshold ? byte.MinValue : byte.MaxValue;
        }

        return Zxing.Read(_pixels.AsSpan(0, width * height), width, height, width, symbology, tryHarder: true);
    }
}
