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

    // Millimetres inwards and outwards of the outline's outer edge that count as beside.
    private const double Inside = -0.35;
    private const double Outside = 0.7;

    // Millimetres beyond the outline from which, up to what is beside, pencil has left the bubble.
    private const double LeavesFrom = 0.2;

    // Millimetres beyond the outline within which ink of other origin (a stamp, writing) shows itself.
    private const double Nearby = 1.5;

    // Millimetres beyond the outline at which whatever goes on must pass: short of the next bubble, past most marks.
    private const double Passing = 0.6;
    private static readonly (double Cos, double Sin)[] Directions =
        [.. Enumerable.Range(0, 64).Select(i => (Math.Cos(i * Math.Tau / 64), Math.Sin(i * Math.Tau / 64)))];

    // Share of the inside, letter and all, that is dark when a bubble is plainly filled: writing across leaves it at 0.93 and less.
    private const double PlainlyFilled = 0.97;

    private readonly PrintPicture _print = new();
    private readonly OtherMarks _others = new();
    private GrayImage _page = null!;
    private ClassifiedSheet _sheet;
    private BubbleSurroundings _around = null!;
    private bool[] _seen = [];
    private (short X, short Y)[] _found = [];
    private LookFrame _frame;
    private int _line;
    private int _paper;

    /// <summary>Takes up a sheet; what is asked for after that is about this one.</summary>
    public void Begin(GrayImage page, ClassifiedSheet sheet, BubbleSurroundings around) =>
        (_page, _sheet, _around) = (page, sheet, around);

    /// <summary>Looks at one bubble, by its place in the layout.</summary>
    public PencilShape At(int bubble)
    {
        Frame(bubble);
        if (!_print.Learn(_page, _sheet, _around, bubble, _frame.Reach, _frame.Outline))
            return default;
        if (_seen.Length < _print.Pixels.Length)
            (_seen, _found) = (new bool[_print.Pixels.Length], new (short, short)[_print.Pixels.Length]);
        Array.Clear(_seen, 0, _print.Pixels.Length);
        var counts = default(PencilCounts);
        var found = Count(ref counts);
        Follow(found, ref counts);
        return counts.Shape(Registered.Map.ScaleX, Registered.Map.ScaleY);
    }

    /// <summary>
    /// Whether something dark passes by the bubble's outline outwards and the bubble is not plainly filled; false for most
    /// overfilled marks, and quick.
    /// </summary>
    /// <param name="bubble">Its place in the layout.</param>
    /// <param name="crossed">Whether it is known that something passes.</param>
    public bool MayGoOn(int bubble, bool crossed)
    {
        Frame(bubble);
        if (crossed)
            return !IsPlainlyFilled();
        foreach (var direction in Directions)
        {
            var (column, row) = _frame.Around(Passing, direction);
            if ((uint)column >= (uint)_page.Width || (uint)row >= (uint)_page.Height)
                return true;
            if (_paper - _page.Pixels[(row * _page.Stride) + column] >= _line && !_others.Hold(column, row))
                return !IsPlainlyFilled();
        }

        return false;
    }

    private bool IsPlainlyFilled()
    {
        var (weak, inside, first) = (Tones(Least), _frame.Square(Inside), _frame.Reach - _frame.Outline);
        int dark = 0, all = 0;
        for (var y = first; y <= first + (2 * _frame.Outline); y++)
        {
            var tones = _page.Row(_frame.Top + y);
            for (var x = first; x <= first + (2 * _frame.Outline); x++)
            {
                if (_frame.SquareAt(x, y) >= inside)
                    continue;
                all++;
                dark += _paper - tones[_frame.Left + x] >= weak ? 1 : 0;
            }
        }

        return dark >= PlainlyFilled * all;
    }

    private RegisteredSheet Registered => _sheet.Sampled.Sheet;

    private void Frame(int bubble)
    {
        var kind = Registered.Layout.Kinds[_around.KindOf(bubble)];
        _frame = new(PrintPicture.Pixel(Registered.Places[bubble]), kind, Registered.Map, Around);
        _paper = PrintPicture.Paper(_sheet.Sampled, bubble);
        _line = Tones(LineShare * _sheet.Thresholds.Pencil);
        _others.Gather(_sheet, _around, bubble);
    }

    private int Tones(float ink) => (int)(Math.Clamp(ink, Least, Most) * Registered.Tone.Contrast);

    // What stands in and beside the bubble. Says how many dark pixels inside were found, to follow lines from.
    private int Count(ref PencilCounts counts)
    {
        var (stroke, weak) = (Tones(StrokeShare * _sheet.Thresholds.Pencil), Tones(Least));
        var letter = _paper - (int)(Letter * Registered.Tone.Contrast);
        var (inside, outline, outside, nearby) = (_frame.Square(Inside), _frame.Square(0), _frame.Square(Outside), _frame.Square(Nearby));
        var found = 0;
        for (short y = 0; y < _print.Side; y++)
        {
            var tones = _page.Row(_frame.Top + y).Slice(_frame.Left, _print.Side);
            var prints = _print.Pixels.Slice(y * _print.Side, _print.Side);
            for (short x = 0; x < tones.Length; x++)
            {
                var square = _frame.SquareAt(x, y);
                if (square > nearby)
                    continue;
                var pencil = Math.Min(prints[x], _paper) - tones[x];
                if (square < inside)
                    counts.CountInside(x, y, pencil >= stroke, pencil >= weak, prints[x] > letter);
                else if (pencil >= _line && !_others.Hold(_frame.Left + x, _frame.Top + y))
                    counts.CountOutside(square <= outside);
                if (square >= outline || _paper - tones[x] < _line)
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
                var tone = _page.Row(_frame.Top + y)[_frame.Left + x];
                if (_paper - tone < _line || _others.Hold(_frame.Left + x, _frame.Top + y))
                    continue;
                _seen[(y * _print.Side) + x] = true;
                _found[found++] = (x, y);
                if (Math.Min(_print.Pixels[(y * _print.Side) + x], _paper) - tone < _line)
                    continue;
                var beyond = _frame.Beyond(x, y);
                counts.CountJoined(beyond, Inside, Nearby);
                if (beyond is >= LeavesFrom and <= Outside)
                    counts.LeaveOn(_frame.SideOf(x, y));
            }
        }
    }
}
