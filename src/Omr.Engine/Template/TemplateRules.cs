using System.Globalization;

namespace Omr.Engine.Template;

/// <summary>
/// Checks what a schema can't say: names and values that may stand only once, item numbers without gaps, marks that
/// pin the sheet down, and everything printed on its own place on the paper.
/// </summary>
internal static class TemplateRules
{
    // The output's own name for the resolved participant number.
    private const string ReservedField = "identity";

    // Millimetres of white between two timing marks, so that a scan at 150 dpi (0.17 mm a pixel) still parts them.
    private const double TimingGap = 0.5;

    // More than any real form by far (a full A4 of 4 mm pitch has 3,900), and few enough to check at once.
    private const int MostBubbles = 20_000;

    /// <summary>The first fault of a template whose structure is sound, or null.</summary>
    public static TemplateFault? Check(FormTemplate template) =>
        MarkRules.Faults(template.Marks)
            .Concat(TimingFaults(template.Timing))
            .Concat(template.Fields.SelectMany(FieldFaults))
            .Concat(NameFaults(template))
            .Concat(CodeFaults(template))
            .Concat(CountFaults(template))
            .FirstOrDefault()
        ?? PaperRules.Faults(template).Concat(TurnRules.Faults(template)).FirstOrDefault();

    private static IEnumerable<TemplateFault> TimingFaults(TimingTrack? timing)
    {
        for (var i = 1; i < (timing?.Rows.Length ?? 0); i++)
        {
            var least = timing!.Rows[i - 1] + timing.Height + TimingGap;
            if (timing.Rows[i] < least)
                yield return Fault($"$.timing.rows[{i}]", $"is {timing.Rows[i]}; expected at least {least:0.###}, below the bar before it");
        }
    }

    private static IEnumerable<TemplateFault> FieldFaults(BubbleField field, int index)
    {
        var path = $"$.fields[{index}]";
        for (var i = 0; i < field.Values.Length; i++)
        {
            var value = field.Values[i];
            if (field.Values.IndexOf(value) < i)
                yield return Fault($"{path}.values[{i}]", $"\"{value}\" stands twice in {field.Name}; expected each value once");
            if (field.Kind == FieldKind.Digit && !(value.Length == 1 && char.IsAsciiDigit(value[0])))
                yield return Fault($"{path}.values[{i}]", $"is \"{value}\"; expected one digit, as {field.Name} is of kind digit");
            if (field.Kind == FieldKind.Letter && value.Length != 1)
                yield return Fault($"{path}.values[{i}]", $"is \"{value}\"; expected one letter, as {field.Name} is of kind letter");
        }

        var next = 1;
        for (var i = 0; i < field.Blocks.Length; i++)
        {
            var block = field.Blocks[i];
            if (block.FirstItem != next)
            {
                var what = block.FirstItem < next ? "overlaps the items before it" : "leaves a gap";
                yield return Fault($"{path}.blocks[{i}].firstItem", $"is {block.FirstItem} and {what}; expected {next}");
            }

            next = block.FirstItem + block.Items;
        }

        var (along, across) = field.Direction == BubbleDirection.Right
            ? (field.Bubble.Width, field.Bubble.Height)
            : (field.Bubble.Height, field.Bubble.Width);
        if (field.Values.Length > 1 && field.ValuePitch < along)
            yield return Fault($"{path}.valuePitch", $"is {field.ValuePitch}, so the bubbles of {field.Name} overlap; expected at least {along}");
        if (field.Blocks.Any(b => b.Items > 1) && field.ItemPitch < across)
            yield return Fault($"{path}.itemPitch", $"is {field.ItemPitch}, so the items of {field.Name} overlap; expected at least {across}");
    }

    private static IEnumerable<TemplateFault> NameFaults(FormTemplate template)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < template.Fields.Length; i++)
        {
            var name = template.Fields[i].Name;
            if (!seen.Add(name))
                yield return new($"$.fields[{i}].name", $"\"{name}\" names a second field; expected a name of its own");
            if (name.Equals(ReservedField, StringComparison.OrdinalIgnoreCase))
                yield return new($"$.fields[{i}].name", $"\"{name}\" is the output's own name for the participant number; expected another");
        }
    }

    private static IEnumerable<TemplateFault> CodeFaults(FormTemplate template)
    {
        for (var i = 0; i < template.Codes.Length; i++)
        {
            var code = template.Codes[i];
            var role = code.Role == CodeRole.Form ? "form" : "identity";
            if (template.Codes.Take(i).Any(c => c.Role == code.Role))
                yield return new($"$.codes[{i}].role", $"is a second {role} code; expected one");
            if (code.Field.Length == 0)
                continue;
            if (code.Role == CodeRole.Form)
                yield return new($"$.codes[{i}].field", "is given, but a form code says no field; expected none");
            else if (template.Field(code.Field) is not { } field)
                yield return new($"$.codes[{i}].field", $"\"{code.Field}\" is no field of this form; expected the name of a digit field");
            else if (field.Kind != FieldKind.Digit)
                yield return new($"$.codes[{i}].field", $"\"{code.Field}\" is not of kind digit; expected the name of a digit field");
        }
    }

    private static IEnumerable<TemplateFault> CountFaults(FormTemplate template)
    {
        var bubbles = template.Fields.Sum(f => (long)f.Items * f.Values.Length);
        if (bubbles > MostBubbles)
            yield return Fault("$.fields", $"hold {bubbles} bubbles; expected at most {MostBubbles}");
    }

    /// <summary>A fault whose numbers are written the same in every country.</summary>
    internal static TemplateFault Fault(string path, FormattableString problem) =>
        new(path, problem.ToString(CultureInfo.InvariantCulture));
}
