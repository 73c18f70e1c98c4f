using Omr.Engine.Geometry;

namespace Omr.Engine.Register;

/// <summary>
/// How the sheet slipped and stretched on its way through the feeder, as an offset for each height on the paper:
/// straight lines between the timing marks that were seen. A mark that disagrees with its neighbours on both sides is
/// dirt and left out; beyond the first and the last mark the offset fades to nothing at the registration marks.
/// </summary>
internal sealed class FeedProfile
{
    // Pixels at 200 dpi is 2.4: a neighbour 4.2 mm away can't be off by 0.3 mm more (7 per cent stretch) in paper.
    private const double MostStep = 0.3;

    private readonly List<TimingOffset> _knots = [];

    /// <summary>Takes the offsets of a sheet.</summary>
    /// <param name="offsets">Timing marks seen, from the top.</param>
    /// <param name="top">Height of the upper registration marks in millimetres.</param>
    /// <param name="bottom">Height of the lower ones.</param>
    /// <param name="scale">Pixels per millimetre.</param>
    public void Build(IReadOnlyList<TimingOffset> offsets, double top, double bottom, double scale)
    {
        _knots.Clear();
        if (offsets.Count == 0)
            return;
        _knots.Add(new(top, default));
        for (var i = 0; i < offsets.Count; i++)
        {
            var lonely = i > 0 && i + 1 < offsets.Count
                && (offsets[i].Offset - offsets[i - 1].Offset).Length > MostStep * scale
                && (offsets[i].Offset - offsets[i + 1].Offset).Length > MostStep * scale;
            if (!lonely)
                _knots.Add(offsets[i]);
        }

        _knots.Add(new(bottom, default));
    }

    /// <summary>The offset in pixels at that height.</summary>
    public PagePoint At(double y)
    {
        if (_knots.Count == 0)
            return default;
        var after = 0;
        while (after < _knots.Count && _knots[after].Y <= y)
            after++;
        if (after == 0)
            return _knots[0].Offset;
        if (after == _knots.Count)
            return _knots[^1].Offset;
        var (a, b) = (_knots[after - 1], _knots[after]);
        var t = (y - a.Y) / (b.Y - a.Y);
        return new(
            a.Offset.X + (t * (b.Offset.X - a.Offset.X)),
            a.Offset.Y + (t * (b.Offset.Y - a.Offset.Y)));
    }
}
