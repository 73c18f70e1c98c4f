using Omr.Engine;

namespace Omr.Service.Reconciliation;

/// <summary>
/// Finds sheets that went through the scanner more than once (D22): the same picture, or the same serial with the same
/// number and no certain answer that differs. Of such scans the one with the fewest doubtful answers counts, the
/// earlier of equals. The same serial on sheets that differ is a copied form, not a second scan: all of them count.
/// </summary>
internal static class RepeatedScans
{
    /// <summary>Parts the sheets, in their order, from their repetitions.</summary>
    public static (List<Sheet> Kept, List<(Sheet Again, Sheet Kept)> Repeats) Part(IEnumerable<Sheet> sheets)
    {
        var kept = new List<Sheet>();
        var repeats = new List<(Sheet, Sheet)>();
        var byPaper = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var sheet in sheets)
        {
            var key = sheet.Paper.Length > 0 ? sheet.Paper : sheet.Picture;
            if (!byPaper.TryGetValue(key, out var places))
                byPaper[key] = places = [];
            var place = places.FindIndex(i => IsSame(kept[i], sheet));
            if (place < 0)
            {
                places.Add(kept.Count);
                kept.Add(sheet);
            }
            else if (sheet.Doubts < kept[places[place]].Doubts)
            {
                var worse = kept[places[place]];
                repeats = [.. repeats.Select(r => r.Item2 == worse ? (r.Item1, sheet) : r), (worse, sheet)];
                kept[places[place]] = sheet;
            }
            else
            {
                repeats.Add((sheet, kept[places[place]]));
            }
        }
        return (kept, repeats);
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
