namespace Omr.Engine.Template;

/// <summary>
/// A template made ready for reading: every bubble in one flat order (fields, items, values as in the template), cut
/// into patches small enough that paper does not deform within one.
/// </summary>
internal sealed class FormLayout
{
    // Bubbles along each side of a patch: 5 x 5 at a pitch of 4 to 5 mm is 25 mm of paper.
    private const int PatchSide = 6;

    public FormLayout(FormTemplate template)
    {
        Template = template;
        foreach (var field in template.Fields)
        {
            foreach (var block in field.Blocks)
                AddBlock(field, block);
        }

        Nearest = [.. Enumerable.Range(0, Patches.Count).Select(NearestOf)];
    }

    public FormTemplate Template { get; }

    /// <summary>What the form's bubbles look like, each kind once.</summary>
    public List<Bubble> Kinds { get; } = [];

    /// <summary>The middle of each bubble, in millimetres.</summary>
    public List<PaperPoint> Centres { get; } = [];

    public List<BubblePatch> Patches { get; } = [];

    /// <summary>For each patch all others, the nearest first.</summary>
    public int[][] Nearest { get; }

    public List<BubbleRows> Rows { get; } = [];

    /// <summary>How many items the form has.</summary>
    public int Items { get; private set; }

    /// <summary>Millimetres between the middles of two patches.</summary>
    public double Apart(int a, int b)
    {
        var (p, q) = (Patches[a].Centre, Patches[b].Centre);
        return Math.Sqrt(Math.Pow(p.X - q.X, 2) + Math.Pow(p.Y - q.Y, 2));
    }

    private int[] NearestOf(int patch) =>
        [.. Enumerable.Range(0, Patches.Count).Where(p => p != patch).OrderBy(p => Apart(patch, p))];

    private void AddBlock(BubbleField field, BubbleBlock block)
    {
        var first = Centres.Count;
        if (!Kinds.Contains(field.Bubble))
            Kinds.Add(field.Bubble);
        var kind = Kinds.IndexOf(field.Bubble);
        for (var item = 0; item < block.Items; item++)
        {
            for (var value = 0; value < field.Values.Length; value++)
                Centres.Add(field.Centre(block, item, value));
        }

        Items += block.Items;
        Rows.Add(new(field, block, first, kind));
        foreach (var (item, items) in Cut(block.Items))
        {
            foreach (var (value, values) in Cut(field.Values.Length))
                Patches.Add(MakePatch(field, kind, first, (item, items), (value, values)));
        }
    }

    private BubblePatch MakePatch(
        BubbleField field, int kind, int first, (int Start, int Count) items, (int Start, int Count) values)
    {
        var bubbles = new int[items.Count * values.Count];
        for (var i = 0; i < bubbles.Length; i++)
        {
            var (item, value) = (items.Start + (i / values.Count), values.Start + (i % values.Count));
            bubbles[i] = first + (item * field.Values.Length) + value;
        }

        var (a, b) = (Centres[bubbles[0]], Centres[bubbles[^1]]);
        return new(kind, bubbles, new((a.X + b.X) / 2, (a.Y + b.Y) / 2));
    }

    private static IEnumerable<(int Start, int Count)> Cut(int length)
    {
        var pieces = (length + PatchSide - 1) / PatchSide;
        for (var i = 0; i < pieces; i++)
        {
            var start = i * length / pieces;
            yield return (start, ((i + 1) * length / pieces) - start);
        }
    }
}
