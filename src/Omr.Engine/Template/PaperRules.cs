namespace Omr.Engine.Template;

/// <summary>
/// Checks the places: everything printed lies on the paper, and no two things lie on the same spot. Sorted by their
/// upper edge, a thing can only meet those after it that begin before it ends.
/// </summary>
internal static class PaperRules
{
    // Millimetres: outlines that touch don't overlap, whatever the last digit of a sum says.
    private const double Touch = 0.001;

    /// <summary>Every thing off the paper, then every overlap.</summary>
    public static IEnumerable<TemplateFault> Faults(FormTemplate template)
    {
        var things = Things(template).ToList();
        foreach (var thing in things)
        {
            var box = thing.Box;
            if (box.X < -Touch || box.Y < -Touch
                || box.Right > template.Paper.Width + Touch || box.Bottom > template.Paper.Height + Touch)
            {
                yield return TemplateRules.Fault(
                    thing.Path,
                    $"puts {thing.Name} off the paper, to {box.X:0.##}..{box.Right:0.##} x {box.Y:0.##}..{box.Bottom:0.##} mm; expected it within {template.Paper.Width} x {template.Paper.Height} mm");
            }
        }

        // Stable, so that of two things on one height the earlier in the file is named second.
        var sorted = things.OrderBy(t => t.Box.Y).ToList();
        for (var i = 0; i < sorted.Count; i++)
        {
            for (var j = i + 1; j < sorted.Count && sorted[j].Box.Y < sorted[i].Box.Bottom - Touch; j++)
            {
                if (!Shrunk(sorted[i].Box).Overlaps(sorted[j].Box))
                    continue;
                var (first, second) = sorted[i].Order < sorted[j].Order ? (sorted[i], sorted[j]) : (sorted[j], sorted[i]);
                yield return TemplateRules.Fault(
                    second.Path,
                    $"puts {second.Name} over {first.Name} ({first.Path}) at {second.Box.Centre.X:0.##}, {second.Box.Centre.Y:0.##} mm; expected each on its own place");
            }
        }
    }

    private static PaperArea Shrunk(PaperArea box) =>
        new(box.X + Touch, box.Y + Touch, box.Width - (2 * Touch), box.Height - (2 * Touch));

    private static IEnumerable<PrintedThing> Things(FormTemplate template)
    {
        var order = 0;
        for (var i = 0; i < template.Marks.Length; i++)
            yield return new(order++, $"$.marks[{i}].box", $"mark {template.Marks[i].Name}", template.Marks[i].Box);
        if (template.Timing is { } timing)
        {
            for (var i = 0; i < timing.Rows.Length; i++)
            {
                var bar = new PaperArea(
                    timing.X - (timing.Width / 2), timing.Rows[i] - (timing.Height / 2), timing.Width, timing.Height);
                yield return new(order++, $"$.timing.rows[{i}]", $"timing mark {i + 1}", bar);
            }
        }

        for (var i = 0; i < template.Codes.Length; i++)
            yield return new(order++, $"$.codes[{i}].area", $"code {i + 1}", template.Codes[i].Area);
        var fields = template.Fields.Select((field, i) => (field, i)).ToDictionary(f => f.field.Name);
        foreach (var bubble in template.Bubbles())
        {
            var (field, i) = fields[bubble.Field];
            yield return new(
                order++,
                $"$.fields[{i}].blocks[{BlockOf(field, bubble.Item)}]",
                $"{bubble.Field} item {bubble.Item} value {bubble.Value}",
                bubble.Box);
        }
    }

    private static int BlockOf(BubbleField field, int item)
    {
        var block = 0;
        while (item >= field.Blocks[block].FirstItem + field.Blocks[block].Items)
            block++;
        return block;
    }

    private sealed record PrintedThing(int Order, string Path, string Name, PaperArea Box);
}
