using Omr.Engine.Geometry;
using Omr.Engine.Template;

namespace Omr.Engine.Locate;

/// <summary>
/// Picks, among blobs that look like marks, the set that is a sheet of paper: tries every three of them as an affine
/// map within the limits of shape, counts the other marks that it explains, and fits the best set anew.
/// </summary>
internal static class MarkConsensus
{
    /// <summary>Degrees of turn beyond which a sheet is not in shape; the promise is 5, campaigns go to 6.</summary>
    public const double MostSkew = 8;

    // Degrees between the axes; feeders shear by a fraction of one.
    private const double MostShear = 2.5;

    // Stretch along against across: rollers and damp make 2 or 3 per cent.
    private const double MostStretch = 1.07;

    // The guess at the scale comes from the picture's size, of which the sheet may fill a part.
    private const double MostScale = 1.16;

    // Millimetres between a mark and where three others say it must be: 1 degree of uneven feed at 270 mm.
    public const double MarkTolerance = 3;

    /// <summary>The best set and the marks in it; null if no three marks make a sheet.</summary>
    public static (PaperMap Map, int Marks, double Score)? Find(
        IReadOnlyList<MarkStencil> stencils, IReadOnlyList<MarkCandidate> candidates, in SheetPose pose)
    {
        (List<MarkCandidate> Set, double Score)? best = null;
        for (var i = 0; i < candidates.Count; i++)
        {
            for (var j = i + 1; j < candidates.Count; j++)
            {
                for (var k = j + 1; k < candidates.Count; k++)
                {
                    if (Affine(stencils, candidates[i], candidates[j], candidates[k], pose) is not { } map)
                        continue;
                    var (set, score) = Explain(map, stencils, candidates, pose.Scale);
                    if (best is null || score > best.Value.Score)
                        best = (set, score);
                }
            }
        }

        if (best is not { } found)
            return null;
        var points = found.Set.Select(c => (stencils[c.Mark].Centroid, c.Centroid)).ToArray();
        return PaperMap.Fit(points) is { } fit ? (fit, points.Length, found.Score) : null;
    }

    private static PaperMap? Affine(
        IReadOnlyList<MarkStencil> stencils, in MarkCandidate a, in MarkCandidate b, in MarkCandidate c, in SheetPose pose)
    {
        if (a.Mark == b.Mark || b.Mark == c.Mark || a.Mark == c.Mark)
            return null;
        ReadOnlySpan<(PaperPoint, PagePoint)> points =
        [
            (stencils[a.Mark].Centroid, a.Centroid),
            (stencils[b.Mark].Centroid, b.Centroid),
            (stencils[c.Mark].Centroid, c.Centroid),
        ];
        return PaperMap.Fit(points) is { } map && InShape(map, pose) ? map : null;
    }

    private static bool InShape(in PaperMap map, in SheetPose pose) =>
        Skew(map, pose.UpsideDown) <= MostSkew
        && Math.Abs(map.ShearDegrees) <= MostShear
        && Within(map.ScaleX / map.ScaleY, MostStretch)
        && Within(map.ScaleX / pose.Scale, MostScale);

    private static double Skew(in PaperMap map, bool upsideDown) =>
        Math.Abs(upsideDown ? 180 - Math.Abs(map.TurnDegrees) : map.TurnDegrees);

    private static bool Within(double ratio, double most) => ratio <= most && ratio >= 1 / most;

    // A mark more outweighs any looks; looks and distances decide between sets of the same size.
    private static (List<MarkCandidate> Set, double Score) Explain(
        in PaperMap map, IReadOnlyList<MarkStencil> stencils, IReadOnlyList<MarkCandidate> candidates, double scale)
    {
        var set = new List<MarkCandidate>();
        var score = 0.0;
        for (var mark = 0; mark < stencils.Count; mark++)
        {
            var expected = map.Map(stencils[mark].Centroid);
            MarkCandidate? nearest = null;
            var distance = MarkTolerance;
            foreach (var candidate in candidates)
            {
                var apart = (candidate.Centroid - expected).Length / scale;
                if (candidate.Mark == mark && apart < distance)
                    (nearest, distance) = (candidate, apart);
            }

            if (nearest is not { } found)
                continue;
            set.Add(found);
            score += 10 + found.Agreement - (distance / MarkTolerance);
        }

        return (set, score);
    }
}
