using Omr.Engine.Template;
using Omr.Simulator.Planning;
using Omr.Simulator.Profiles;

namespace Omr.Simulator.Scanning;

/// <summary>How the scanner fed and saw one sheet; lengths in millimetres on the paper.</summary>
internal sealed record ScannerState
{
    /// <summary>Degrees by which the sheet is turned clockwise in the picture.</summary>
    public double Skew { get; init; }

    /// <summary>Degrees by which the sheet's columns lean to the right of its rows' upright, as on a bent guide.</summary>
    public double Shear { get; init; }

    /// <summary>Size of the picture across, 1 being true.</summary>
    public double ScaleX { get; init; } = 1;

    /// <summary>Size of the picture along the feed.</summary>
    public double ScaleY { get; init; } = 1;

    /// <summary>Uneven speed: error of a place along the feed.</summary>
    public Wave Stretch { get; init; }

    /// <summary>Wandering: error of a place across the feed.</summary>
    public Wave Weave { get; init; }

    /// <summary>Bulge of the damp sheet across.</summary>
    public double SwellX { get; init; }

    /// <summary>Bulge of the damp sheet along the feed.</summary>
    public double SwellY { get; init; }

    /// <summary>Where a roller slipped, from the top of the picture; below 0 nowhere.</summary>
    public double SlipAt { get; init; } = -1;

    /// <summary>By how much it slipped: above 0 paper is skipped, below 0 scanned twice.</summary>
    public double Slip { get; init; }

    /// <summary>Shift of the sheet to the right.</summary>
    public double ShiftX { get; init; }

    /// <summary>Shift of the sheet down.</summary>
    public double ShiftY { get; init; }

    /// <summary>
    /// Whether the picture grows to hold the whole turned sheet with some background, as "auto size" does.
    /// </summary>
    public bool AutoSize { get; init; }

    /// <summary>Blur of the optics, standard deviation.</summary>
    public double Blur { get; init; } = 0.04;

    /// <summary>Noise of the sensor, standard deviation in grey levels.</summary>
    public double Noise { get; init; }

    /// <summary>Lines along the feed.</summary>
    public IReadOnlyList<Streak> Streaks { get; init; } = [];

    /// <summary>Share of light lost towards the right (below 0 towards the left).</summary>
    public double LampAcross { get; init; }

    /// <summary>Share of light lost towards the bottom (below 0 towards the top), as a lamp warms up.</summary>
    public double LampAlong { get; init; }

    /// <summary>Reflectance that becomes 255.</summary>
    public double White { get; init; } = 1;

    /// <summary>Reflectance that becomes 0.</summary>
    public double Black { get; init; }

    /// <summary>Tone curve.</summary>
    public double Gamma { get; init; } = 1;

    /// <summary>Reflectance of what lies behind the sheet.</summary>
    public double Background { get; init; } = 0.97;

    /// <summary>Whether the sheet lies upside down.</summary>
    public bool UpsideDown { get; init; }

    /// <summary>JPEG quality.</summary>
    public int Jpeg { get; init; } = 85;

    /// <summary>Whether and how the picture is black and white.</summary>
    public Bilevel Bilevel { get; init; }

    /// <summary>For a black and white picture, the grey level between them as a share of the paper's.</summary>
    public double Threshold { get; init; } = 0.7;

    /// <summary>Draws how one sheet is scanned.</summary>
    public static ScannerState Draw(ScannerHabits habits, SheetAccidents accidents, PaperSize paper, Chance chance)
    {
        var skew = chance.In(Interval.UpTo(habits.Skew));
        var slips = chance.Happens(habits.Slip);
        var state = new ScannerState
        {
            Skew = skew,
            ScaleX = chance.In(habits.Scale),
            ScaleY = chance.In(habits.Scale),
            Stretch = Wave.Draw(habits.Stretch, chance),
            Weave = Wave.Draw(habits.Weave, chance),
            SwellX = chance.In(Interval.UpTo(habits.Swell)),
            SwellY = chance.In(Interval.UpTo(habits.Swell)),
            SlipAt = chance.Between(0, paper.Height) * (slips ? 1 : -1),
            Slip = chance.In(Interval.UpTo(0.4)),
            ShiftX = chance.In(Interval.UpTo(habits.Shift)),
            ShiftY = chance.In(Interval.UpTo(habits.Shift)),
            // Beyond 1.5 degrees a frame of the paper's size would cut corner marks off, which an operator notices.
            AutoSize = chance.Happens(0.3) | Math.Abs(skew) > 1.5,
            Blur = chance.In(habits.Blur),
            Noise = chance.In(habits.Noise),
            Streaks = Streak.Draw(habits, paper, chance),
            LampAcross = chance.In(Interval.UpTo(habits.Lamp)),
            LampAlong = chance.In(Interval.UpTo(habits.Lamp / 2)),
            White = chance.In(habits.White),
            Black = chance.In(habits.Black),
            Gamma = chance.In(habits.Gamma),
            Background = DrawBackground(habits, chance),
            UpsideDown = chance.Happens(habits.UpsideDown) | accidents.UpsideDown,
            Jpeg = (int)chance.In(habits.Jpeg),
            Threshold = chance.In(habits.Threshold),
        };
        return !chance.Happens(habits.Bilevel) ? state
            : state.InBlackAndWhite(chance.Happens(0.5) ? Bilevel.Threshold : Bilevel.Diffusion);
    }

    /// <summary>
    /// The same scanner giving black and white. It corrects for its lamp first, as such scanners do: else one side
    /// of the paper would be black.
    /// </summary>
    public ScannerState InBlackAndWhite(Bilevel how) => this with { Bilevel = how, LampAcross = 0, LampAlong = 0 };

    private static double DrawBackground(ScannerHabits habits, Chance chance)
    {
        var (grey, kind, level) = (chance.Happens(habits.GreyBackground), chance.Unit(), chance.Unit());
        return !grey ? 0.9 + (0.08 * level) : kind < 0.5 ? 0.02 + (0.08 * level) : 0.3 + (0.4 * level);
    }
}
