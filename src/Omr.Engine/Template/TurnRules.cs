namespace Omr.Engine.Template;

/// <summary>
/// Checks that a form tells which way up it lies. Where marks and bubbles stand at the same places upside down, and there
/// is neither a timing track nor a form code, every sheet that was fed the wrong way would be read as if it were right.
/// </summary>
internal static class TurnRules
{
    // Millimetres: outlines farther apart than this contradict each other.
    private const double Same = 0.8;

    /// <summary>The fault, if the form is the same both ways.</summary>
    public static IEnumerable<TemplateFault> Faults(FormTemplate template)
    {
        if (template.Timing is not null || template.Codes.Any(c => c.Role == CodeRole.Form))
            yield break;
        if (template.Marks.All(m => template.Marks.Any(other => IsTurned(template, m, other))) && BubblesTurn(template))
            yield return new("$.marks", "and bubbles are the same upside down; expected a mark that differs, a timing track or a form code");
    }

    private static bool IsTurned(FormTemplate template, RegistrationMark mark, RegistrationMark other) =>
        mark.Shape == other.Shape
        && mark.Shape != MarkShape.L
        && Near(Turned(template, mark.Box.Centre), other.Box.Centre)
        && Math.Abs(mark.Box.Width - other.Box.Width) < Same
        && Math.Abs(mark.Box.Height - other.Box.Height) < Same;

    private static bool BubblesTurn(FormTemplate template)
    {
        var centres = template.Bubbles().Select(b => b.Box.Centre).ToArray();
        var turned = centres.Select(c => Turned(template, c));
        var cells = centres.ToLookup(Cell);
        return turned.All(t => Around(Cell(t)).Any(cell => cells[cell].Any(c => Near(c, t))));
    }

    private static (int X, int Y) Cell(PaperPoint p) => ((int)(p.X / Same), (int)(p.Y / Same));

    private static IEnumerable<(int X, int Y)> Around((int X, int Y) cell)
    {
        for (var i = 0; i < 9; i++)
            yield return (cell.X + (i % 3) - 1, cell.Y + (i / 3) - 1);
    }

    private static PaperPoint Turned(FormTemplate template, PaperPoint p) =>
        new(template.Paper.Width - p.X, template.Paper.Height - p.Y);

    private static bool Near(PaperPoint a, PaperPoint b) => Math.Abs(a.X - b.X) < Same && Math.Abs(a.Y - b.Y) < Same;
}
