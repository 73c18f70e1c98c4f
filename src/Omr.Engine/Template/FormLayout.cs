using Omr.Engine.Locate;

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
        Stencils = [.. template.Marks.Select(m => new MarkStencil(m))];
        foreach (var field in template.Fields)
        {
            foreach (var block in field.Blocks)
                AddBlock(field, block);
        }
    }

    public FormTemplate Template { get; }

    public MarkStencil[] Stencils { get; }

    /// <summary>The middle of each bubble, in millimetres.</summary>
    public List<PaperPoint> Centres { get; } = [];

    public List<BubblePatch> Patches { get; } = [];

    public List<BubbleRows> Rows { get; } = [];

    private void AddBlock(BubbleField field, BubbleBlock block)
    {
        var first = Centres.Count;
        for (var item = 0; item < block.Items; item++)
        {
            for (var value = 0; value < field.Values.Length; value++)
                Centres.Add(field.Centre(block, item, value));
        }

        Rows.Add(new(field, block, first));
        foreach (var (item, items) in Cut(block.Items))
        {
            foreach (var (value, values) in Cut(field.Values.Length))
                Patches.Add(MakePatch(field, first, (item, items), (value, values)));
        }
    }

    private BubblePatch MakePatch(BubbleField field, int first, (int Start, int Count) items, (int Start, int Count) values)
    {
        var bubbles = new int[items.Count * values.Count];
        for (var i = 0; i < bubbles.Length; i++)
        {
            var (item, value) = (items.Start + (i / values.Count), values.Start + (i % values.Count));
            bubbles[i] = first + (item * field.Values.Length) + value;
        }

        var (a, b) = (Centres[bubbles[0]], Centres[bubbles[^1]]);
        return new(field.Bubble, bubbles, new((a.X + b.X) / 2, (a.Y + b.Y) / 2));
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
