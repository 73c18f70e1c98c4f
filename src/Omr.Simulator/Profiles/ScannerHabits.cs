namespace Omr.Simulator.Profiles;

/// <summary>How the scanners feed and see; lengths in millimetres on the paper, chances from 0 to 1.</summary>
/// <param name="Skew">Largest turn of the sheet, in degrees either way.</param>
/// <param name="Scale">Size of the picture of the sheet, 1 being true; drawn for each direction.</param>
/// <param name="Stretch">Largest error of a place along the feed, where the paper ran faster or slower.</param>
/// <param name="Weave">Largest error of a place across the feed, where the paper wandered.</param>
/// <param name="Swell">Largest bulge of a damp sheet.</param>
/// <param name="Slip">Chance that a roller slips: a line is scanned twice or skipped.</param>
/// <param name="Shift">Largest shift of the sheet either way.</param>
/// <param name="Blur">Blur of the optics, as a standard deviation.</param>
/// <param name="Noise">Noise of the sensor, as a standard deviation in grey levels.</param>
/// <param name="DarkStreak">Chance of dirt on the glass: dark lines along the feed.</param>
/// <param name="LightStreak">Chance of dust on the white reference: light lines along the feed.</param>
/// <param name="Lamp">Largest loss of light from one side to the other, as a share.</param>
/// <param name="White">Reflectance that the scanner takes for white: below the paper's tone it clips.</param>
/// <param name="Black">Reflectance that the scanner takes for black.</param>
/// <param name="Gamma">Tone curve, 1 being straight and less being lighter.</param>
/// <param name="GreyBackground">Share of scanners with a grey or black background; the others' is white.</param>
/// <param name="UpsideDown">Chance that the sheet lies upside down.</param>
/// <param name="Jpeg">JPEG quality.</param>
/// <param name="Threshold">For black and white: what is darker than this share of the paper is black.</param>
/// <param name="Bilevel">Chance that the scanner gives only black and white.</param>
public sealed record ScannerHabits(
    double Skew,
    Interval Scale,
    double Stretch,
    double Weave,
    double Swell,
    double Slip,
    double Shift,
    Interval Blur,
    Interval Noise,
    double DarkStreak,
    double LightStreak,
    double Lamp,
    Interval White,
    Interval Black,
    Interval Gamma,
    double GreyBackground,
    double UpsideDown,
    Interval Jpeg,
    Interval Threshold,
    double Bilevel = 0);
