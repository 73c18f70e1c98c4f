using Omr.Engine.Template;
using Omr.Simulator.Paper;

namespace Omr.Simulator.Scanning;

/// <summary>
/// Tells for a place in the picture which place of the sheet the scanner saw there. From the picture to the sheet:
/// undo uneven speed, slip and wandering, then shift, scale and skew about the middle, then the bulge and the fold of
/// the paper itself, then the turn of a sheet that lies upside down.
/// </summary>
internal sealed class SheetWarp
{
    private readonly ScannerState _state;
    private readonly PaperSize _paper;
    private readonly Fold? _fold;
    private readonly double _cos;
    private readonly double _sin;
    private readonly double _lean;

    public SheetWarp(ScannerState state, PaperSize paper, Fold? fold)
    {
        (_state, _paper, _fold) = (state, paper, fold);
        (_sin, _cos) = Math.SinCos(state.Skew * Math.PI / 180);
        _lean = Math.Tan(state.Shear * Math.PI / 180);
        Frame = state.AutoSize
            ? new(
                Extent(paper.Width * state.ScaleX, paper.Height * state.ScaleY, state.ShiftX),
                Extent(paper.Height * state.ScaleY, paper.Width * state.ScaleX, state.ShiftY))
            : paper;
    }

    /// <summary>The picture's size in millimetres of the scanner's own measure.</summary>
    public PaperSize Frame { get; }

    // A side of the frame that holds the turned sheet, with 3 mm of background as auto size leaves.
    private double Extent(double side, double other, double shift) =>
        (side * _cos) + (other * Math.Abs(_sin)) + (2 * Math.Abs(shift)) + 3;

    /// <summary>The place of the sheet that is seen at that place of the picture, both in millimetres.</summary>
    public PaperPoint Source(double x, double y)
    {
        var (across, along) = Fed(y);
        return OnSheet(x + across, along);
    }

    /// <summary>The places seen along a line of the picture.</summary>
    /// <param name="y">The line.</param>
    /// <param name="x">Its first place.</param>
    /// <param name="step">Millimetres from place to place.</param>
    /// <param name="places">The places on the sheet.</param>
    public void Line(double y, double x, double step, Span<PaperPoint> places)
    {
        var (across, along) = Fed(y);
        for (var i = 0; i < places.Length; i++)
            places[i] = OnSheet(x + (i * step) + across, along);
    }

    // What the feed makes of a line, which is the same all along it: how far to the side the middle of the sheet lies
    // and how far down from it the line is.
    private (double Across, double Along) Fed(double y)
    {
        var along = y + _state.Stretch.At(y) - (Frame.Height / 2) - _state.ShiftY;
        if (_state.SlipAt >= 0)
            along += _state.Slip * Math.Clamp((y - _state.SlipAt) / 0.4, 0, 1);
        return (_state.Weave.At(y) - (Frame.Width / 2) - _state.ShiftX + (along * _lean), along);
    }

    private PaperPoint OnSheet(double px, double py)
    {
        var (u, v) = (
            (((px * _cos) + (py * _sin)) / _state.ScaleX) + (_paper.Width / 2),
            (((py * _cos) - (px * _sin)) / _state.ScaleY) + (_paper.Height / 2));
        var (du, dv) = (_state.SwellX * Bulge(v / _paper.Height), _state.SwellY * Bulge(u / _paper.Width));
        (u, v) = (u + du, v + dv);
        if (_state.UpsideDown)
            (u, v) = (_paper.Width - u, _paper.Height - v);
        if (_fold is { } fold)
            v += fold.Displacement(fold.Distance(u, v, _paper.Width));
        return new(u, v);
    }

    // Half a sine over the sheet, 0 at both ends and 1 in the middle: the cosine's series to the tenth power, within a
    // millionth on the sheet.
    private static double Bulge(double place)
    {
        var angle = Math.PI * (place - 0.5);
        var q = angle * angle;
        return 1 - (q * (1 / 2.0) * (1 - (q * (1 / 12.0) * (1 - (q * (1 / 30.0) * (1 - (q * (1 / 56.0) * (1 - (q * (1 / 90.0))))))))));
    }
}
