using Omr.Engine.Template;
using Omr.Forms.Ljk;
using Omr.Simulator;
using Omr.Simulator.Encoding;
using Omr.Simulator.Planning;
using Omr.Simulator.Profiles;

namespace Omr.Benchmarks.Campaign;

/// <summary>
/// One kind of damage each, its size and place drawn from the seed, on sheets that are else of profile clean or normal
/// (every other row of eight), 200 dpi and in a quarter of the sheets 300, every form in turn.
/// </summary>
internal static partial class HardClasses
{
    // What the writers, the paper and the scanner do stands in files of their own.
    public static IReadOnlyList<CampaignKind> All { get; } = [.. Feeding(), .. Seeing(), .. Processing(), .. PaperHarms(), .. Writing(), .. Colours()];

    private static CampaignKind Class(
        string name,
        string sentence,
        SheetHarm? harm = null,
        Func<SheetPlan, FormTemplate, Chance, SheetPlan>? write = null,
        Func<SimulationProfile, SimulationProfile>? profile = null,
        ScanFormat format = ScanFormat.Jpeg,
        int? dpi = null)
    {
        // Each class has sheets of its own, not the same answers again and again.
        var offset = (ulong)name.Sum(c => (long)c * 7919) << 20;
        return new(name, sentence, 32, (seed, index) =>
        {
            var usual = CampaignKind.AnyQuality(index / 8 % 2 == 0 ? SimulationProfile.Clean : SimulationProfile.Normal);
            return new(
                index, seed + offset, LjkForm.All[index % 8], profile is null ? usual : profile(usual),
                dpi ?? (index / 8 % 4 == 3 ? 300 : 200), format)
            {
                Harm = harm ?? SheetHarm.None,
                Write = write ?? (static (plan, _, _) => plan),
            };
        });
    }
}
