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

    // Millimetres beyond the outline from which, up to what is beside, pencil has left the bubble.
    private const double LeavesFrom = 0.2;

    // Share of the inside, letter and all, that is dark when a bubble is plainly filled: writing across leaves it at 0.93 and less.
    private const double PlainlyFilled = 0.97;

    private readonly PrintPicture _print = new();
    private readonly OtherMarks _others = new();
    private readonly List<(LookFrame Frame, bool Shaped)> _frames = [];
    private GrayImage _page = null!;
    private ClassifiedSheet _sheet;
    private BubbleSurroundings _around = null!;

    // Pixels of the frame in which a line may be followed and that were not yet come to, with an empty one all around.
    private byte[] _open = [];
    private (short X, short Y)[] _found = [];
    private LookFrame _frame = null!;
    private int _line;
    private int _paper;

    /// <summary>Takes up a sheet; what is asked for after that is about this one.</summary>
    public void Begin(GrayImage page, ClassifiedSheet sheet, BubbleSurroundings around)
    {
        (_page, _sheet, _around) = (page, sheet, around);
        for (var i = 0; i < _frames.Count; i++)
            _frames[i] = (_frames[i].Frame, false);
        while (_frames.Count < Registered.Layout.Kinds.Count)
            _frames.Add((new(), false));
    }

    /// <summary>Looks at one bubble, by its place in the layout.</summary>
    public PencilShape At(int bubble)
    {
        Frame(bubble);
        if (!_print.Learn(_page, _sheet, _around, bubble, _frame.Reach, _frame.Outline))
            return default;
        var counts = default(PencilCounts);
        Open();
        Follow(Count(ref counts), ref counts);
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
        var (left, top) = (_frame.Left + _frame.Reach, _frame.Top + _frame.Reach);
        foreach (var (x, y) in _frame.PassingPlaces)
        {
            var (column, row) = (left + x, top + y);
            if ((uint)column >= (uint)_page.Width || (uint)row >= (uint)_page.Height)
                return true;
            if (_paper - _page.Pixels[(row * _page.Stride) + column] >= _line && !_others.Hold(column, row))
                return !IsPlainlyFilled();
        }

        return false;
    }

    private bool IsPlainlyFilled()
    {
        var (lightest, first) = (_paper - Tones(Least), _frame.Reach - _frame.Outline);
        var dark = _frame.InsideCount;
        for (var y = first; y <= first + (2 * _frame.Outline); y++)
        {
            var (from, to) = _frame.InsideOf(y);
            dark -= ToneKernels.CountAbove(_page.Row(_frame.Top + y)[(_frame.Left + from)..(_frame.Left + to)], lightest);
            if (dark < PlainlyFilled * _frame.InsideCount)
                return false;
        }

        return true;
    }

    private RegisteredSheet Registered => _sheet.Sampled.Sheet;

    private void Frame(int bubble)
    {
        var kind = _around.KindOf(bubble);
        _frame = _frames[kind].Frame;
        if (!_frames[kind].Shaped)
        {
            _frame.Shape(Registered.Layout.Kinds[kind], Registered.Map, Around);
            _frames[kind] = (_frame, true);
        }

        _frame.LayOn(PrintPicture.Pixel(Registered.Places[bubble]));
        _paper = PrintPicture.Paper(_sheet.Sampled, bubble);
        _line = Tones(LineShare * _sheet.Thresholds.Pencil);
        _others.Gather(_sheet, _around, bubble);
    }

    private int Tones(float ink) => (int)(Math.Clamp(ink, Least, Most) * Registered.Tone.Contrast);

    // Opens every pixel of the frame that is dark enough for a line.
    private void Open()
    {
        var stride = _frame.Side + 2;
        if (_open.Length < stride * stride)
            (_open, _found) = (new byte[stride * stride], new (short, short)[stride * stride]);
        _open.AsSpan(0, stride * stride).Clear();
        for (var y = 0; y < _frame.Side; y++)
        {
            var tones = _page.Row(_frame.Top + y).Slice(_frame.Left, _frame.Side);
            ToneKernels.MarkUpTo(_open.AsSpan(((y + 1) * stride) + 1, _frame.Side), tones, _paper - _line);
        }
    }

    // What stands in and beside the bubble. Says how many dark pixels on its edge were found, to follow lines from.
    private int Count(ref PencilCounts counts)
    {
        var (stroke, weak) = (Tones(StrokeShare * _sheet.Thresholds.Pencil), Tones(Least));
        var letter = _paper - (int)(Letter * Registered.Tone.Contrast);
        var found = 0;
        for (short y = 0; y < _frame.Side; y++)
        {
            var (from, to) = _frame.NearbyOf(y);
            var zones = _frame.Zones(y);
            var tones = _page.Row(_frame.Top + y).Slice(_frame.Left, zones.Length);
            var prints = _print.Pixels.Slice(y * zones.Length, zones.Length);
            var open = _open.AsSpan(((y + 1) * (zones.Length + 2)) + 1, zones.Length);
            for (var x = from; x < to; x++)
            {
                var pencil = Math.Min(prints[x], _paper) - tones[x];
                if (zones[x] == LookZone.Inside)
                    counts.CountInside(x, y, pencil >= stroke, pencil >= weak, prints[x] > letter);
                else if (pencil >= _line && !_others.Hold(_frame.Left + x, _frame.Top + y))
                    counts.CountOutside(zones[x] <= LookZone.Beside);
                if (zones[x] > LookZone.Edge || open[x] == 0)
                    continue;
                open[x] = 0;

                // What lies well inside has no neighbour outside.
                if (zones[x] == LookZone.Edge)
                    _found[found++] = (x, y);
            }
        }

        return found;
    }

    // Outwards from what was found inside, pixel by pixel, over print too: a line is not ended by an outline it crosses.
    private void Follow(int found, ref PencilCounts counts)
    {
        var (side, line, paper) = (_frame.Side, _line, _paper);
        var stride = side + 2;
        var open = _open.AsSpan(0, stride * stride);
        var prints = _print.Pixels;
        for (var at = 0; at < found; at++)
        {
            var (column, row) = _found[at];
            for (var y = row - 1; y <= row + 1; y++)
            {
                for (var x = column - 1; x <= column + 1; x++)
                {
                    ref var pixel = ref open[((y + 1) * stride) + x + 1];
                    if (pixel == 0)
                        continue;
                    pixel = 0;
                    if (_others.Hold(_frame.Left + x, _frame.Top + y))
                        continue;
                    _found[found++] = ((short)x, (short)y);
                    if (Math.Min(prints[(y * side) + x], paper) - _page.Row(_frame.Top + y)[_frame.Left + x] >= line)
                        Join(x, y, ref counts);
                }
            }
        }
    }

    private void Join(int x, int y, ref PencilCounts counts)
    {
        var beyond = _frame.Beyond(x, y);
        counts.CountJoined(beyond, LookFrame.Inside, LookFrame.Nearby);
        if (beyond is >= LeavesFrom and <= LookFrame.Outside)
            counts.LeaveOn(_frame.SideOf(x, y));
    }
}
