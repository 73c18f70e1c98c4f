using Omr.Simulator;
using Omr.Simulator.Encoding;
using Omr.Simulator.Scanning;

namespace Omr.Benchmarks.Campaign;

/// <summary>What the scanner's optics and electronics do.</summary>
internal static partial class HardClasses
{
    private static IEnumerable<CampaignKind> Seeing()
    {
        yield return Class("streak-dark", "1 to 4 dark streaks of 1 to 8 px anywhere", Streaks(0.1, 0.9));
        yield return Class("streak-light", "1 to 4 light streaks of 1 to 8 px anywhere", Streaks(1.05, 1.5));
        yield return Class("overexposed", "white point at 50 to 75 % of the light", Scanner((s, c) => s with
        {
            White = c.Between(0.5, 0.75), Gamma = c.Between(0.5, 1),
        }));
        yield return Class("underexposed", "white point at 120 to 200 % of the light", Scanner((s, c) => s with
        {
            White = c.Between(1.2, 2), Gamma = c.Between(0.9, 1.5),
        }));
        yield return Class(
            "bilevel-low", "1-bit, threshold at 35 to 60 % of the paper: thin", Cut(0.35, 0.6), format: ScanFormat.TiffG4);
        yield return Class(
            "bilevel-high", "1-bit, threshold at 80 to 93 % of the paper: dirty", Cut(0.8, 0.93), format: ScanFormat.TiffG4);
        yield return Class(
            "bilevel-dots", "1-bit by error diffusion", Scanner((s, _) => s.InBlackAndWhite(Bilevel.Diffusion)), format: ScanFormat.Tiff);
        yield return Class("dpi-150", "150 dpi", dpi: 150);
        yield return Class("jpeg-poor", "JPEG quality 12 to 40", Scanner((s, c) => s with { Jpeg = (int)c.Between(12, 40) }));
        yield return Class("blur-noise", "out of focus to 0.2 mm, noise to 12 levels", Scanner((s, c) => s with
        {
            Blur = c.Between(0.08, 0.2), Noise = c.Between(3, 12),
        }));
    }

    private static SheetHarm Cut(double low, double high) =>
        Scanner((s, c) => s.InBlackAndWhite(Bilevel.Threshold) with { Threshold = c.Between(low, high) });

    // Half of the streaks stand where bubbles, marks or the barcode surely are: all over the printed width.
    private static SheetHarm Streaks(double low, double high) => Scanner((s, c) => s with
    {
        Streaks =
        [
            .. Enumerable.Range(0, 1 + c.Below(4)).Select(_ => new Streak(
                c.Between(6, 204), (1 + c.Below(8)) * 25.4 / 200, c.Between(low, high))),
        ],
    });
}
