using Omr.Engine;

namespace Omr.Service.Reconciliation;

/// <summary>
/// Finds sheets that went through the scanner more than once (D22): the same picture, or the same serial with the same
/// number and no certain answer that differs. Of such scans the one with the fewest doubtful answers counts, the
/// earlier of equals. The same serial on sheets that differ is a copied form, not a second scan: all of them count.
/// </summary>
internal static class RepeatedScans
{
    /// <summary>Parts the scans of one paper from their repetitions.</summary>
    public static void Part(IEnumerable<PilePage> scans)
    {
        var kept = new List<PilePage>();
        var repeats = new List<PilePage>();
        foreach (var scan in scans.OrderBy(s => s.Order))
        {
            (scan.RepeatOf, scan.Rank) = (null, scan.Order);
            var place = kept.FindIndex(k => IsSame(k.Page.Sheet!, scan.Page.Sheet!));
            if (place < 0)
            {
                kept.Add(scan);
                continue;
            }

            var earlier = kept[place];
            if (scan.Page.Sheet!.Doubts >= earlier.Page.Sheet!.Doubts)
            {
                scan.RepeatOf = earlier;
                repeats.Add(scan);
                continue;
            }

            (kept[place], scan.Rank, earlier.RepeatOf) = (scan, earlier.Rank, scan);
            foreach (var repeat in repeats.Where(r => r.RepeatOf == earlier))
                repeat.RepeatOf = scan;
            repeats.Add(earlier);
        }
    }

    private static bool IsSame(Sheet a, Sheet b) =>
        a.Picture == b.Picture
        || (a.Number.Text == b.Number.Text
            && a.Number.State == b.Number.State
            && a.Answers.Length == b.Answers.Length
            && a.Answers.Zip(b.Answers).All(p =>
                p.First == p.Second
                || p.First.Status == ReadStatus.Doubtful
                || p.Second.Status == ReadStatus.Doubtful));
}
