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

    public SheetWarp(ScannerState state, PaperSize paper, Fold? fold)
    {
        (_state, _paper, _fold) = (state, paper, fold);
        (_sin, _cos) = Math.SinCos(state.Skew * Math.PI / 180);
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
        var along = y + _state.Stretch.At(y);
        if (_state.SlipAt >= 0)
            along += _state.Slip * Math.Clamp((y - _state.SlipAt) / 0.4, 0, 1);
        var (px, py) = (
            x + _state.Weave.At(y) - (Frame.Width / 2) - _state.ShiftX,
            along - (Frame.Height / 2) - _state.ShiftY);
        px += py * Math.Tan(_state.Shear * Math.PI / 180);
        var (u, v) = (
            (((px * _cos) + (py * _sin)) / _state.ScaleX) + (_paper.Width / 2),
            (((py * _cos) - (px * _sin)) / _state.ScaleY) + (_paper.Height / 2));
        var (du, dv) = (
            _state.SwellX * Math.Sin(Math.PI * v / _paper.Height),
            _state.SwellY * Math.Sin(Math.PI * u / _paper.Width));
        (u, v) = (u + du, v + dv);
        if (_state.UpsideDown)
            (u, v) = (_paper.Width - u, _paper.Height - v);
        if (_fold is { } fold)
            v += fold.Displacement(fold.Distance(u, v, _paper.Width));
        return new(u, v);
    }
}
