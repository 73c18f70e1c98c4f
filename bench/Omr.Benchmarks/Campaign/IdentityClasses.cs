using Omr.Engine.Template;
using Omr.Simulator;
using Omr.Simulator.Encoding;
using Omr.Simulator.Paper;
using Omr.Simulator.Planning;
using Omr.Simulator.Printing;
using Omr.Simulator.Profiles;
using Omr.Simulator.Scanning;
using static Omr.Benchmarks.Campaign.IdentityWriting;

namespace Omr.Benchmarks.Campaign;

/// <summary>
/// What happens to identity blocks: 0 wrong numbers may be accepted among 100,000 of them. A quarter of each class is
/// 1-bit, a quarter at 300 dpi, half of profile clean and half normal; a print is filled 128 times.
/// </summary>
internal static class IdentityClasses
{
    private static readonly PaperArea Code = IdentityForm.BarcodeArea;

    private static readonly SheetHarm Damage = new() { Sheet = static (page, paper, c) => Harm(page, paper, c, c.Below(4)) };

    public static IReadOnlyList<CampaignKind> All { get; } =
    [
        Class("plain", "nothing but what the profile brings"),
        Class("barcode-scratched", "1 to 6 scratches or pen strokes through the barcode", Way(0)),
        Class("barcode-covered", "a part of the barcode covered in white, grey or black", Way(1)),
        Class("barcode-smeared", "the barcode smeared by 0.2 to 1.2 mm", Way(2)),
        Class("barcode-faded", "bars that lost their toner in flakes", Way(3)),
        Class("barcode-streaks", "1 to 6 streaks of the scanner of 1 to 4 px through the barcode", new()
        {
            Scanner = static (s, c) => s with
            {
                Streaks = [.. Enumerable.Range(0, 1 + c.Below(6)).Select(_ => new Streak(
                    c.Between(Code.X, Code.Right), (1 + c.Below(4)) * 0.127, c.Happens(0.5) ? c.Between(0.1, 0.8) : c.Between(1.1, 1.5)))],
            },
        }),
        Class("barcode-blurred", "out of focus to 0.3 mm", new() { Scanner = static (s, c) => s with { Blur = c.Between(0.1, 0.3) } }),
        Class("swapped", "another number bubbled: the barcode is a neighbour's", write: static (p, c) => Told(Neighbour(p, c))),
        Class(
            "swapped-weak", "a neighbour's barcode and weak, double, missing and rubbed-out digits",
            write: static (p, c) => Slips(Neighbour(p, c), c, 0.05, 0.05, rubbed: 0.1, weak: 0.2)),
        Class(
            "swapped-damaged", "a neighbour's barcode that is damaged besides", Damage, static (p, c) => Told(Neighbour(p, c))),
        Class(
            "slips", "digits blank, double, wrong, rubbed out, weak",
            write: static (p, c) => Slips(p, c, 0.04, 0.04, 0.02, 0.06, 0.1)),
        Class(
            "slips-damaged", "such digits and a damaged barcode", Damage,
            static (p, c) => Slips(p, c, 0.02, 0.02, 0.02, 0.04, 0.06)),
        Class("unbubbled", "no digit bubbled", write: static (p, _) => Nothing(p)),
        Class("unbubbled-damaged", "no digit bubbled and a damaged barcode", Damage, static (p, _) => Nothing(p)),
        Class("spare", "a spare: only the bubbles tell the number", write: static (p, c) => Told(AnyNumber(p, c)), spare: true),
        Class(
            "spare-slips", "a spare with digits blank, double, rubbed out, weak", spare: true,
            write: static (p, c) => Slips(AnyNumber(p, c), c, 0.01, 0.01, rubbed: 0.05, weak: 0.05)),
    ];

    private static CampaignKind Class(
        string name, string sentence, SheetHarm? harm = null, Func<SheetPlan, Chance, SheetPlan>? write = null, bool spare = false)
    {
        var offset = (ulong)name.Sum(c => (long)c * 6151) << 24;
        return new($"identity-{name}", sentence, 128, (seed, index) => new(
            index, seed + offset, IdentityForm.Template,
            CampaignKind.AnyQuality(index % 2 == 0 ? SimulationProfile.Clean : SimulationProfile.Normal),
            index / 2 % 4 == 3 ? 300 : 200,
            index / 8 % 4 == 3 ? ScanFormat.TiffG4 : ScanFormat.Jpeg)
        {
            Harm = harm ?? SheetHarm.None,
            Write = (plan, _, chance) => write is null ? plan : write(plan, chance),
            Spare = spare,
        })
        {
            Sheets = 6_272,
        };
    }

    private static SheetHarm Way(int way) => new() { Sheet = (page, paper, c) => Harm(page, paper, c, way) };

    private static void Harm(GreyPicture page, PaperState paper, Chance chance, int way)
    {
        switch (way)
        {
            case 0:
                for (var n = 1 + chance.Below(6); n > 0; n--)
                    Scratch(page, paper.Tone, chance);
                break;
            case 1:
                page.Cover(
                    new(Code.X + chance.Between(-5, 50), Code.Y + chance.Between(-3, 6), chance.Between(3, 25), chance.Between(2, 12)),
                    255 * chance.Between(0, paper.Tone));
                break;
            case 2:
                Smear(page, chance.Between(0.2, 1.2));
                break;
            default:
                Flake(page, 255 * paper.Tone, chance);
                break;
        }
    }

    private static void Scratch(GreyPicture page, double tone, Chance chance)
    {
        var (ink, width) = (chance.Happens(0.5) ? 0.05 : tone, chance.Between(0.1, 0.6));
        var (x, lean) = (chance.Between(Code.X, Code.Right), chance.Between(-8, 8) * (chance.Happens(0.5) ? 1 : 0.1));
        page.Change(new(x - 10, Code.Y, 20, Code.Height), (old, px, py) =>
            Math.Abs(px - x - (lean * (py - Code.Y) / Code.Height)) < width / 2 ? 255 * ink : old);
    }

    private static void Smear(GreyPicture page, double length)
    {
        var source = page.Copy();
        var steps = (int)(length * page.PerMm);
        page.Change(Code, (_, x, y) =>
        {
            var (sum, at, row) = (0.0, (int)(x * page.PerMm), (int)(y * page.PerMm) * page.Width);
            for (var s = -steps; s <= steps; s++)
                sum += source.Pixels[row + Math.Clamp(at + s, 0, page.Width - 1)];
            return sum / ((2 * steps) + 1);
        });
    }

    // Flakes are long along the bars, so that some miss in every line across.
    private static void Flake(GreyPicture page, double paper, Chance chance)
    {
        for (var n = 10 + chance.Below(150); n > 0; n--)
        {
            page.Cover(
                new(chance.Between(Code.X, Code.Right), chance.Between(Code.Y - 2, Code.Bottom), chance.Between(0.1, 0.8), chance.Between(0.5, 10)),
                paper);
        }
    }
}
