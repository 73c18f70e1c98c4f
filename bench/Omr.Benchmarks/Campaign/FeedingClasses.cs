using Omr.Simulator;
using Omr.Simulator.Scanning;

namespace Omr.Benchmarks.Campaign;

/// <summary>What the feeder does: size, turn, shear, unevenness, what lies beyond the sheet.</summary>
internal static partial class HardClasses
{
    private static IEnumerable<CampaignKind> Feeding()
    {
        yield return Class("stretch-axis", "one axis stretched or shrunk to 2 %", Scanner((s, c) => c.Happens(0.5)
            ? s with { ScaleX = c.Between(0.98, 1.02), ScaleY = 1 }
            : s with { ScaleX = 1, ScaleY = c.Between(0.98, 1.02) }));
        yield return Class("stretch-uneven", "speed error to 1.2 mm, wander and damp bulge to 0.8 mm, slip", Scanner((s, c) => s with
        {
            Stretch = Wave.Draw(1.2, c), Weave = Wave.Draw(0.8, c), SwellX = c.Between(-0.8, 0.8), SwellY = c.Between(-0.8, 0.8),
            SlipAt = c.Happens(0.5) ? c.Between(20, 280) : -1, Slip = c.Between(-0.8, 0.8),
        }));
        yield return Class("scale", "94 to 106 % in both axes", Scanner((s, c) =>
        {
            var scale = c.Between(0.94, 1.06);
            return s with { ScaleX = scale, ScaleY = scale, AutoSize = true };
        }));
        yield return Class("skew", "turned to 6 degrees", Scanner((s, c) => s with { Skew = c.Between(-6, 6), AutoSize = true }));
        yield return Class("shear", "sheared to 1 degree", Scanner((s, c) => s with { Shear = c.Between(-1, 1) }));
        yield return Class("background-black", "black behind the sheet, black borders", Scanner((s, c) => s with
        {
            Background = c.Between(0, 0.06), AutoSize = true, Skew = c.Between(-3, 3),
        }));
        yield return Class("background-grey", "grey behind the sheet", Scanner((s, c) => s with
        {
            Background = c.Between(0.25, 0.8), AutoSize = true, Skew = c.Between(-3, 3),
        }));
        yield return Class("background-white", "white behind the sheet", Scanner((s, c) => s with
        {
            Background = c.Between(0.93, 1), AutoSize = true, Skew = c.Between(-3, 3),
        }));
        yield return Class("cut-edge", "3 to 18 mm of one edge outside the picture", Scanner((s, c) =>
        {
            var by = c.Between(3, 18) * (c.Happens(0.5) ? 1 : -1);
            return c.Happens(0.5)
                ? s with { ShiftX = by, AutoSize = false, Skew = c.Between(-1, 1) }
                : s with { ShiftY = by, AutoSize = false, Skew = c.Between(-1, 1) };
        }));
        yield return Class("f4-on-a4", "printed on F4, laid on A4 glass: shifted, paper to every edge", Scanner((s, c) => s with
        {
            ShiftX = c.Between(-5, 5), ShiftY = c.Between(-6, 6), AutoSize = false, Skew = c.Between(-1, 1), Background = 0.9,
        }));
        yield return Class("upside-down", "upside down", Scanner((s, _) => s with { UpsideDown = true }));
    }

    private static SheetHarm Scanner(Func<ScannerState, Chance, ScannerState> change) => new() { Scanner = change };
}
