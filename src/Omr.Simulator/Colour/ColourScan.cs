using Omr.Engine.Template;
using Omr.Simulator.Encoding;
using Omr.Simulator.Planning;
using Omr.Simulator.Printing;

namespace Omr.Simulator.Colour;

/// <summary>
/// Scans a sheet in colour: the same sheet, hand and scanner once for each channel, in which the coloured print takes
/// away its share of the light and pencil the same as ever. The lines of sensors of the three channels lie a little
/// beside each other.
/// </summary>
internal static class ColourScan
{
    // Millimetres by which a channel may lie beside another.
    private const double MostApart = 0.1;

    // Millimetres around black print that keep their tone.
    private const double Around = 0.3;

    /// <summary>The sheet as colour JPEG, or as the grey one that a scanner makes of it.</summary>
    public static SimulatedSheet Make(
        SimulationSettings settings, SheetHarm harm, int index, SheetPlan plan, GreyPicture print, PrintColour colour, bool grey)
    {
        var chance = new Chance(settings.Seed, index, Chance.Purpose.Harm);
        var channels = new GreyPicture[3];
        var (sheet, quality) = ((SimulatedSheet?)null, 85);
        for (var c = 0; c < 3; c++)
        {
            var (right, down) = c == 1 ? (0, 0) : (chance.Between(-MostApart / 2, MostApart / 2), chance.Between(-MostApart / 2, MostApart / 2));
            var taken = c;
            var page = print.Copy();
            Tint(page, settings.Template, colour.Channels[c]);
            var simulator = new SheetSimulator(settings)
            {
                Harm = harm with
                {
                    Scanner = (state, more) =>
                    {
                        var drawn = harm.Scanner(state, more);
                        quality = drawn.Jpeg;
                        return drawn with { ShiftX = drawn.ShiftX + right, ShiftY = drawn.ShiftY + down };
                    },
                    Scan = (picture, more) => channels[taken] = harm.Scan(picture, more),
                },
            };
            sheet = simulator.Make(index, plan, page);
        }

        // A frame that fits itself to the sheet may be a pixel larger in one channel than in another.
        var (width, height) = (channels.Min(c => c.Width), channels.Min(c => c.Height));
        var (red, green, blue) = (Cut(channels[0], width, height), Cut(channels[1], width, height), Cut(channels[2], width, height));
        return sheet! with
        {
            Bytes = grey
                ? ScanFile.Encode(Luminance(red, green, blue), ScanFormat.Jpeg, bilevel: false, quality)
                : ScanFile.ColourJpeg(red, green, blue, quality),
        };
    }

    private static GreyPicture Cut(GreyPicture picture, int width, int height)
    {
        if (picture.Width == width && picture.Height == height)
            return picture;
        var cut = GreyPicture.White(width, height, picture.Dpi);
        for (var y = 0; y < height; y++)
            picture.Pixels.AsSpan(y * picture.Width, width).CopyTo(cut.Pixels.AsSpan(y * width));
        return cut;
    }

    // Everything but marks, timing track and codes gets the colour.
    private static void Tint(GreyPicture page, FormTemplate form, double share)
    {
        var black = new bool[page.Pixels.Length];
        foreach (var area in Black(form))
        {
            var (x0, y0) = ((int)((area.X - Around) * page.PerMm), (int)((area.Y - Around) * page.PerMm));
            var (x1, y1) = ((int)((area.Right + Around) * page.PerMm), (int)((area.Bottom + Around) * page.PerMm));
            for (var y = Math.Max(0, y0); y < Math.Min(page.Height, y1); y++)
                black.AsSpan((y * page.Width) + Math.Max(0, x0), Math.Min(page.Width, x1) - Math.Max(0, x0)).Fill(true);
        }

        for (var i = 0; i < black.Length; i++)
        {
            if (!black[i])
                page.Pixels[i] = (byte)(255 - ((255 - page.Pixels[i]) * share) + 0.5);
        }
    }

    private static IEnumerable<PaperArea> Black(FormTemplate form) =>
    [
        .. form.Marks.Select(m => m.Box),
        .. form.Codes.Select(c => c.Area),
        .. form.Timing is { } track
            ? track.Rows.Select(r => new PaperArea(track.X - (track.Width / 2), r - (track.Height / 2), track.Width, track.Height))
            : [],
    ];

    // Rec. 601, as scanners and JPEG have it.
    private static GreyPicture Luminance(GreyPicture red, GreyPicture green, GreyPicture blue)
    {
        var grey = green.Copy();
        for (var i = 0; i < grey.Pixels.Length; i++)
            grey.Pixels[i] = (byte)((0.299 * red.Pixels[i]) + (0.587 * green.Pixels[i]) + (0.114 * blue.Pixels[i]) + 0.5);
        return grey;
    }
}
