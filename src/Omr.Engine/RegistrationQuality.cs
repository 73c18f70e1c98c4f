namespace Omr.Engine;

/// <summary>How well the sheet was placed, and what kind of scan it is.</summary>
/// <param name="ScaleX">Pixels per millimetre across the sheet.</param>
/// <param name="ScaleY">Pixels per millimetre along the sheet.</param>
/// <param name="SkewDegrees">Turn of the sheet in the picture, in degrees, beyond the turn by 0, 90, 180 or 270.</param>
/// <param name="Turn">0, 90, 180 or 270: clockwise turn that makes the picture upright.</param>
/// <param name="MarksFound">Registration marks seen.</param>
/// <param name="MarksExpected">Registration marks printed.</param>
/// <param name="TimingFound">Timing marks seen.</param>
/// <param name="TimingExpected">Timing marks printed.</param>
/// <param name="ResidualMm">Largest local correction that the outlines asked for, in millimetres.</param>
/// <param name="Bilevel">Whether the scan is black and white only: faint marks may be missing from it altogether.</param>
public sealed record RegistrationQuality(
    double ScaleX,
    double ScaleY,
    double SkewDegrees,
    int Turn,
    int MarksFound,
    int MarksExpected,
    int TimingFound,
    int TimingExpected,
    double ResidualMm,
    bool Bilevel);
