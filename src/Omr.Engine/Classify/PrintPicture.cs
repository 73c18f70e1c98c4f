using Omr.Engine.Geometry;
using Omr.Engine.Imaging;
using Omr.Engine.Sample;

namespace Omr.Engine.Classify;

/// <summary>
/// What is printed in and around a bubble, learnt on the sheet: of each pixel the darkest that the references show there
/// or beside. References for the inside are the nearest blank bubbles with the same letter; what surrounds it (a frame,
/// the item's number) is printed near its neighbours too, whatever their letter, and a frame along a block's edge near the
/// other bubbles of its item.
/// </summary>
internal sealed class PrintPicture
{
    // Bubbles of each kind to compare with: one may have a speck of its own where the pencil is.
    private const int References = 3;

    // Fewer with the same letter say too little. Where no letter is printed one says enough: a panel of three bubbles with
    // a handwritten line over two has no more.
    private const int LeastLetters = 2;
    private const int LeastEmpty = 1;

    // Outline that a bubble must show, against the sheet's usual, to tell what is printed: an eraser that took the outline
    // took of the letter too.
    private const float LeastPlace = 0.8f;

    private byte[] _pixels = [];
    private byte[] _above = [];
    private byte[] _line = [];

    /// <summary>Pixels from the middle to the edge.</summary>
    public int Reach { get; private set; }

    /// <summary>Pixels of a side.</summary>
    public int Side => (2 * Reach) + 1;

    /// <summary>The tones, row by row.</summary>
    public ReadOnlySpan<byte> Pixels => _pixels.AsSpan(0, Side * Side);

    /// <summary>Learns the print around a bubble; false when too few others show it.</summary>
    /// <param name="page">The page.</param>
    /// <param name="sheet">The sheet, its ink and thresholds known.</param>
    /// <param name="around">What stands around each bubble.</param>
    /// <param name="bubble">The bubble.</param>
    /// <param name="reach">Pixels from its middle to the edge of the picture.</param>
    /// <param name="outline">Pixels from its middle to its outline.</param>
    public bool Learn(GrayImage page, ClassifiedSheet sheet, BubbleSurroundings around, int bubble, int reach, int outline)
    {
        Reach = reach;
        if (_pixels.Length < Side * Side)
            (_pixels, _above, _line) = (new byte[Side * Side], new byte[Side], new byte[Side]);
        _pixels.AsSpan(0, Side * Side).Fill(byte.MaxValue);
        var least = sheet.Sampled.Sheet.Layout.Kinds[around.KindOf(bubble)].Labelled ? LeastLetters : LeastEmpty;
        if (!Fits(page, sheet, bubble) || TakeFrom(page, sheet, around.SameLetter(bubble), bubble, -1) < least)
            return false;
        TakeFrom(page, sheet, around.Near(bubble), bubble, outline);
        TakeFrom(page, sheet, around.SameItem(bubble), bubble, outline);
        Darken();
        return true;
    }

    /// <summary>Tone of the paper beside a bubble.</summary>
    public static int Paper(SampledSheet sampled, int bubble) =>
        (int)(sampled.Sheet.Tone.White - (sampled.Bubbles[bubble].Stain * sampled.Sheet.Tone.Contrast));

    /// <summary>The pixel that a place lies in.</summary>
    public static (int X, int Y) Pixel(PagePoint place) => ((int)Math.Round(place.X), (int)Math.Round(place.Y));

    // Takes what is darker around the first few plain blank bubbles, but not within the radius; says how many there were.
    private int TakeFrom(GrayImage page, ClassifiedSheet sheet, ReadOnlySpan<int> others, int bubble, int radius)
    {
        var taken = 0;
        foreach (var other in others)
        {
            if (sheet.Ink[other] > sheet.Thresholds.Blank / 2
                || sheet.Sampled.Bubbles[other] is not { Uneven: 0, Streak: 0, Place: >= LeastPlace }
                || !Fits(page, sheet, other))
            {
                continue;
            }

            Take(page, Pixel(sheet.Sampled.Sheet.Places[other]), Paper(sheet.Sampled, bubble) - Paper(sheet.Sampled, other), radius);
            if (++taken == References)
                break;
        }

        return taken;
    }

    private void Take(GrayImage page, (int X, int Y) centre, int lighter, int radius)
    {
        for (var y = -Reach; y <= Reach; y++)
        {
            var from = page.Row(centre.Y + y).Slice(centre.X - Reach, Side);
            var to = _pixels.AsSpan((y + Reach) * Side, Side);
            if (radius <= Math.Abs(y))
            {
                ToneKernels.Darken(to, from, lighter);
                continue;
            }

            var skip = (int)Math.Sqrt((radius * radius) - (y * y));
            ToneKernels.Darken(to[..(Reach - skip)], from, lighter);
            ToneKernels.Darken(to[(Reach + skip + 1)..], from[(Reach + skip + 1)..], lighter);
        }
    }

    private bool Fits(GrayImage page, ClassifiedSheet sheet, int bubble)
    {
        var (x, y) = Pixel(sheet.Sampled.Sheet.Places[bubble]);
        return x >= Reach && y >= Reach && x + Reach < page.Width && y + Reach < page.Height;
    }

    // Gives each pixel the darkest of its three by three: places are known to half a pixel.
    private void Darken()
    {
        var line = _line.AsSpan(0, Side);
        for (var y = 0; y < Side; y++)
        {
            var row = _pixels.AsSpan(y * Side, Side);
            row.CopyTo(line);
            ToneKernels.Darken(row[1..], line, 0);
            ToneKernels.Darken(row[..^1], line[1..], 0);
        }

        var above = _above.AsSpan(0, Side);
        _pixels.AsSpan(0, Side).CopyTo(above);
        for (var y = 0; y < Side; y++)
        {
            var row = _pixels.AsSpan(y * Side, Side);
            row.CopyTo(line);
            ToneKernels.Darken(row, above, 0);
            ToneKernels.Darken(row, _pixels.AsSpan(Math.Min(y + 1, Side - 1) * Side, Side), 0);
            line.CopyTo(above);
        }
    }
}
