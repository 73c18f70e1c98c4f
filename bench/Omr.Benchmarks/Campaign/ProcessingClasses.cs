using Omr.Simulator;
using Omr.Simulator.Encoding;
using Omr.Simulator.Printing;

namespace Omr.Benchmarks.Campaign;

/// <summary>What the scanner's software makes of the picture before it writes the file, and the joints of its sensor.</summary>
internal static partial class HardClasses
{
    private static IEnumerable<CampaignKind> Processing()
    {
        yield return Class("sharpened", "edges sharpened by 50 to 200 %", Scan(static (p, c) => Sharpen(p, c.Between(0.5, 2), 1 + c.Below(3))));
        yield return Class("text-mode", "contrast raised for text: the darkest 2 to 12 % and the lightest 5 to 15 % cut", Scan(static (p, c) =>
        {
            var (black, white) = (c.Between(0.02, 0.12), 1 - c.Between(0.05, 0.15));
            return Tones(p, light => (light - black) / (white - black) is var t && t is > 0 and < 1 ? t * t * (3 - (2 * t)) : t);
        }));
        yield return Class("greys-16", "16 levels of grey, PNG", Levels(16), format: ScanFormat.Png);
        yield return Class("greys-8", "8 levels of grey, PNG", Levels(8), format: ScanFormat.Png);
        yield return Class("sensor-joints", "1 to 5 joints of the sensor: a column lost or doubled, to 3 % lighter or darker from there", Scan(Join));
    }

    private static SheetHarm Scan(Func<GreyPicture, Chance, GreyPicture> change) => new() { Scan = change };

    private static SheetHarm Levels(int levels) =>
        Scan((picture, _) => Tones(picture, light => Math.Round(light * (levels - 1)) / (levels - 1)));

    private static GreyPicture Tones(GreyPicture picture, Func<double, double> curve)
    {
        var table = new byte[256];
        for (var tone = 0; tone < 256; tone++)
            table[tone] = (byte)Math.Round(255 * Math.Clamp(curve(tone / 255.0), 0, 1));
        foreach (ref var pixel in picture.Pixels.AsSpan(0, picture.Width * picture.Height))
            pixel = table[pixel];
        return picture;
    }

    // Unsharp masking: what a pixel has beyond the mean of its neighbourhood (of 3, 5 or 7 pixels' side) is added some more.
    private static GreyPicture Sharpen(GreyPicture picture, double amount, int radius)
    {
        var (width, height) = (picture.Width, picture.Height);
        var (across, sharp) = (new int[width * height], new byte[width * height]);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                for (var dx = -radius; dx <= radius; dx++)
                    across[(y * width) + x] += picture.Pixels[(y * width) + Math.Clamp(x + dx, 0, width - 1)];
            }
        }

        var area = ((2 * radius) + 1) * ((2 * radius) + 1);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var sum = 0;
                for (var dy = -radius; dy <= radius; dy++)
                    sum += across[(Math.Clamp(y + dy, 0, height - 1) * width) + x];
                double tone = picture.Pixels[(y * width) + x];
                sharp[(y * width) + x] = (byte)Math.Clamp(tone + (amount * (tone - ((double)sum / area))), 0, 255);
            }
        }

        return picture with { Pixels = sharp };
    }

    private static GreyPicture Join(GreyPicture picture, Chance chance)
    {
        for (var joints = 1 + chance.Below(5); joints > 0; joints--)
        {
            var (at, isLost, light) = (chance.Below(picture.Width - 2), chance.Happens(0.5), chance.Between(0.97, 1.03));
            for (var y = 0; y < picture.Height; y++)
            {
                var row = picture.Pixels.AsSpan(y * picture.Width, picture.Width);
                if (isLost)
                    row[(at + 1)..].CopyTo(row[at..]);
                else
                    row[at..^1].CopyTo(row[(at + 1)..]);
                foreach (ref var pixel in row[at..])
                    pixel = (byte)Math.Min(255, pixel * light);
            }
        }

        return picture;
    }
}
