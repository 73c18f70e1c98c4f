using Omr.Engine.Template;

namespace Omr.Engine.Classify;

/// <summary>What stands around each bubble of a form, worked out once: what is near it, and where its letter is printed again.</summary>
internal sealed class BubbleSurroundings
{
    // Bubbles of the same letter that are kept; the nearest few may be marked, stained or streaked.
    private const int MostSame = 16;

    // Bubbles of the same item that are kept: a few of them may be marked.
    private const int MostBeside = 6;

    private readonly int[] _kinds;
    private readonly int[][] _near;
    private readonly int[][] _same;
    private readonly int[][] _beside;

    public BubbleSurroundings(FormLayout layout)
    {
        _kinds = new int[layout.Centres.Count];
        _beside = new int[_kinds.Length][];
        var letters = new (int Kind, string Letter)[_kinds.Length];
        foreach (var rows in layout.Rows)
        {
            for (var i = rows.First; i < rows.First + rows.Count; i++)
            {
                _kinds[i] = rows.Kind;
                var (values, at) = (rows.Field.Values.Length, i);
                var first = i - ((i - rows.First) % values);
                _beside[i] = first != rows.First && first + values != rows.First + rows.Count ? [] :
                [
                    .. Enumerable.Range(first, values)
                        .Where(other => other != at).OrderBy(other => Apart(layout, at, other)).Take(MostBeside),
                ];
                var value = rows.Field.Values[i - first];
                letters[i] = (rows.Kind, rows.Field.Bubble.Labelled ? value : "");
            }
        }

        var groups = Enumerable.Range(0, _kinds.Length).ToLookup(i => letters[i]);
        _near = [.. Enumerable.Range(0, _kinds.Length).Select(i => Near(layout, i))];
        _same =
        [
            .. Enumerable.Range(0, _kinds.Length).Select(i =>
                groups[letters[i]].Where(other => other != i).OrderBy(other => Apart(layout, i, other)).Take(MostSame).ToArray()),
        ];
    }

    /// <summary>What a bubble looks like: the place in <see cref="FormLayout.Kinds"/>.</summary>
    public int KindOf(int bubble) => _kinds[bubble];

    /// <summary>Bubbles whose marks may come into the picture of this one, the nearest first.</summary>
    public ReadOnlySpan<int> Near(int bubble) => _near[bubble];

    /// <summary>Bubbles with the same letter, the nearest first.</summary>
    public ReadOnlySpan<int> SameLetter(int bubble) => _same[bubble];

    /// <summary>
    /// Of a bubble in the first or last item of a block the others of the item, the nearest first: the frame that is printed
    /// along its row is printed along theirs. Empty for all others.
    /// </summary>
    public ReadOnlySpan<int> SameItem(int bubble) => _beside[bubble];

    private int[] Near(FormLayout layout, int bubble)
    {
        var limit = Radius(layout, bubble) + CloseLook.Around;
        return
        [
            .. Enumerable.Range(0, _kinds.Length)
                .Where(other => other != bubble && Apart(layout, bubble, other) < limit + Radius(layout, other))
                .OrderBy(other => Apart(layout, bubble, other)),
        ];
    }

    private double Radius(FormLayout layout, int bubble) =>
        Math.Max(layout.Kinds[_kinds[bubble]].Width, layout.Kinds[_kinds[bubble]].Height) / 2;

    private static double Apart(FormLayout layout, int a, int b)
    {
        var (p, q) = (layout.Centres[a], layout.Centres[b]);
        return Math.Sqrt(((p.X - q.X) * (p.X - q.X)) + ((p.Y - q.Y) * (p.Y - q.Y)));
    }
}
