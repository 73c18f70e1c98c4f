using Omr.Engine.Imaging;
using Omr.Engine.Register;

namespace Omr.Engine.Classify;

/// <summary>
/// Looks at single bubbles as a person with a magnifier would: where is pencil, where only print? A pixel that is darker
/// than what is printed there (<see cref="PrintPicture"/>) is pencil, or dirt. From the bubble lines are followed
/// outwards, for a mark ends near its bubble and writing, folds and streaks go on. Marks of other bubbles are not
/// followed. Only what is not plain is looked at, a few bubbles of a sheet.
/// </summary>
internal sealed class CloseLook
{
    /// <summary>Millimetres beyond the outline that are looked at.</summary>
    public const double Around = 2.6;

    // Share of the writer's usual ink from which a pixel belongs to a stroke. The ink of a full mark counts the white
    // between strokes too, so a stroke itself is darker than that.
    private const float StrokeShare = 0.55f;

    // Share of the writer's usual ink from which a line is followed.
    private const float LineShare = 0.35f;

    // Shares of the contrast: below, noise and grain of the paper; above, any pencil.
    private const float Least = 0.07f;
    private const float Most = 0.4f;

    // Share of the contrast by which the printed letter is darker than paper: nothing is said of what it covers.
    private const float Letter = 0.15f;

    // Millimetres around another bubble's mark that belong to it: overfilled marks go on for 0.6.
    private const double Overfill = 0.7;

    // Millimetres inwards and outwards of the outline's outer edge that count as beside.
    private const double Inside = -0.35;
    private const double Outside = 0.7;

    // Millimetres beyond the outline within which ink of other origin (a stamp, writing) shows itself.
    private const double Nearby = 1.5;

    private readonly PrintPicture _print = new();
    private GrayImage _page = null!;
    private ClassifiedSheet _sheet = null!;
    private BubbleSurroundings _around = null!;
    private bool[] _seen = [];
    private (short X, short Y)[] _found = [];
    private int _bubble;
    private int _line;
    private int _paper;

    /// <summary>Takes up a sheet; what is asked for after that is about this one.</summary>
    public void Begin(GrayImage page, ClassifiedSheet sheet, BubbleSurroundings around) =>
        (_page, _sheet, _around) = (page, sheet, around);

    /// <summary>Looks at one bubble, by its place in the layout.</summary>
    public PencilShape At(int bubble)
    {
        var sheet = Registered;
        var kind = sheet.Layout.Kinds[_around.KindOf(bubble)];
        var (radius, scale) = (Math.Max(kind.Width, kind.Height) / 2, Math.Max(sheet.Map.ScaleX, sheet.Map.ScaleY));
        if (!_print.Learn(_page, _sheet, _around, bubble, (int)((radius + Around) * scale), (int)(radius * scale)))
            return default;
        if (_seen.Length < _print.Pixels.Length)
            (_seen, _found) = (new bool[_print.Pixels.Length], new (short, short)[_print.Pixels.Length]);
        Array.Clear(_seen);
        _bubble = bubble;
        _paper = PrintPicture.Paper(_sheet.Sampled, bubble);
        _line = Tones(LineShare * _sheet.Thresholds.Pencil);
        var counts = default(PencilCounts);
        var found = Count(ref counts);
        Follow(found, ref counts);
        return counts.Shape(sheet.Map.ScaleX, sheet.Map.ScaleY);
    }

    private RegisteredSheet Registered => _sheet.Sampled.Sheet;

    private int Tones(float ink) => (int)(Math.Clamp(ink, Least, Most) * Registered.Tone.Contrast);

    // What stands in and beside the bubble. Says how many dark pixels inside were found, to follow lines from.
    private int Count(ref PencilCounts counts)
    {
        var (stroke, weak) = (Tones(StrokeShare * _sheet.Thresholds.Pencil), Tones(Least));
        var letter = _paper - (int)(Letter * Registered.Tone.Contrast);
        var found = 0;
        for (short y = 0; y < _print.Side; y++)
        {
            for (short x = 0; x < _print.Side; x++)
            {
                var beyond = Beyond(x, y);
                if (beyond > Nearby)
                    continue;
                var (tone, pencil) = Look(x, y);
                if (beyond < Inside)
                    counts.CountInside(x, y, pencil >= stroke, pencil >= weak, _print.Pixels[(y * _print.Side) + x] > letter);
                else if (pencil >= _line && !BelongsToOther(x, y))
                    counts.CountOutside(beyond <= Outside);
                if (beyond >= 0 || _paper - tone < _line)
                    continue;
                _seen[(y * _print.Side) + x] = true;
                _found[found++] = (x, y);
            }
        }

        return found;
    }

    // Outwards from what was found inside, pixel by pixel, over print too: a line is not ended by an outline it crosses.
    private void Follow(int found, ref PencilCounts counts)
    {
        for (var at = 0; at < found; at++)
        {
            for (var step = 0; step < 9; step++)
            {
                var (x, y) = ((short)(_found[at].X + (step % 3) - 1), (short)(_found[at].Y + (step / 3) - 1));
                if ((uint)x >= (uint)_print.Side || (uint)y >= (uint)_print.Side || _seen[(y * _print.Side) + x])
                    continue;
                var (tone, pencil) = Look(x, y);
                if (_paper - tone < _line || BelongsToOther(x, y))
                    continue;
                _seen[(y * _print.Side) + x] = true;
                _found[found++] = (x, y);
                if (pencil >= _line)
                    counts.CountJoined(Beyond(x, y), Inside, Nearby);
            }
        }
    }

    // The tone of a pixel, and by how much it is darker than what is printed there.
    private (int Tone, int Pencil) Look(int x, int y)
    {
        var (column, row) = OnPage(x, y);
        var tone = _page.Row(row)[column];
        return (tone, Math.Min(_print.Pixels[(y * _print.Side) + x], _paper) - tone);
    }

    private (int X, int Y) OnPage(int x, int y)
    {
        var centre = PrintPicture.Pixel(Registered.Places[_bubble]);
        return (centre.X - _print.Reach + x, centre.Y - _print.Reach + y);
    }

    // Millimetres beyond the bubble's outer edge; less than 0 inside.
    private double Beyond(int x, int y)
    {
        var kind = Registered.Layout.Kinds[_around.KindOf(_bubble)];
        var u = (x - _print.Reach) * 2 / (kind.Width * Registered.Map.ScaleX);
        var v = (y - _print.Reach) * 2 / (kind.Height * Registered.Map.ScaleY);
        return (Math.Sqrt((u * u) + (v * v)) - 1) * kind.Width / 2;
    }

    private bool BelongsToOther(int x, int y)
    {
        var (column, row) = OnPage(x, y);
        foreach (var other in _around.Near(_bubble))
        {
            if (_sheet.Ink[other] < _sheet.Thresholds.Mark)
                continue;
            var (place, kind) = (Registered.Places[other], Registered.Layout.Kinds[_around.KindOf(other)]);
            var (u, v) = ((column - place.X) / Registered.Map.ScaleX, (row - place.Y) / Registered.Map.ScaleY);
            var limit = (Math.Max(kind.Width, kind.Height) / 2) + Overfill;
            if ((u * u) + (v * v) < limit * limit)
                return true;
        }

        return false;
    }
}
