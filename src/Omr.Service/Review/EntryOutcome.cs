namespace Omr.Service.Review;

/// <summary>What came of an entry.</summary>
/// <param name="Diusulkan">Fields that now wait for a second person.</param>
/// <param name="Disetujui">Fields that both keyed in alike: they hold.</param>
/// <param name="Berbeda">Fields that the two keyed in differently: whoever looks again keys in these alone, and another confirms.</param>
internal sealed record EntryOutcome(int Diusulkan, int Disetujui, IReadOnlyList<EntryField> Berbeda);
