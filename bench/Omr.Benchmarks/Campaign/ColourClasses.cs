using Omr.Engine.Template;
using Omr.Simulator.Colour;

namespace Omr.Benchmarks.Campaign;

/// <summary>Forms whose bubbles, letters and frames are printed in a colour that drops out of one channel.</summary>
internal static partial class HardClasses
{
    private static IEnumerable<CampaignKind> Colours()
    {
        yield return InColour("drop-out", "print in red, orange or light blue, scanned in colour, channels to 0.1 mm apart, JPEG 4:2:0", grey: false);
        yield return InColour("drop-out-grey", "such a sheet scanned in grey", grey: true);
    }

    private static CampaignKind InColour(string name, string sentence, bool grey)
    {
        var plain = Class(name, sentence);
        return plain with
        {
            Case = (seed, index) =>
            {
                var sheet = plain.Case(seed, index);
                var (colour, ink) = (index / 2 % 3) switch
                {
                    0 => (PrintColour.LightRed, InkChannel.Red),
                    1 => (PrintColour.Orange, InkChannel.Red),
                    _ => (PrintColour.LightBlue, InkChannel.Blue),
                };
                return sheet with { Template = sheet.Template with { Ink = ink }, Colour = colour, Grey = grey };
            },
        };
    }
}
