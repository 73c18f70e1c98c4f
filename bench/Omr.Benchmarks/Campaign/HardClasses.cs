namespace Omr.Benchmarks.Campaign;
internal static partial class HardClasses { public static IReadOnlyList<CampaignKind> All { get; } = []; }
