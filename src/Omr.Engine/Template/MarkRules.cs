using System.Collections.Immutable;

namespace Omr.Engine.Template;

/// <summary>Checks that the registration marks can be printed as described and that they pin the sheet down.</summary>
internal static class MarkRules
{
    // Millimetres: marks nearer to one line than this leave the sheet's other direction to a lever of 10 and more
    // over an A4, so that half a millimetre at the marks becomes more than a bubble at the far edge.
    private const double LeastSpread = 25;

    /// <summary>Every fault of the marks.</summary>
    public static IEnumerable<TemplateFault> Faults(ImmutableArray<RegistrationMark> marks)
    {
        for (var i = 0; i < marks.Length; i++)
        {
            if (marks.Take(i).Any(m => m.Name == marks[i].Name))
                yield return new($"$.marks[{i}].name", $"\"{marks[i].Name}\" names a second mark; expected a name of its own");
            foreach (var fault in StrokeFaults(marks[i], $"$.marks[{i}]"))
                yield return fault;
        }

        var spread = Spread(marks);
        if (spread < LeastSpread)
        {
            yield return TemplateRules.Fault(
                "$.marks", $"lie within {spread:0.#} mm of one line; expected one of them at least {LeastSpread} mm off it");
        }
    }

    private static IEnumerable<TemplateFault> StrokeFaults(RegistrationMark mark, string path)
    {
        var side = Math.Min(mark.Box.Width, mark.Box.Height);
        var (name, most) = mark.Shape switch
        {
            MarkShape.Ring => ("a ring", side / 2),
            MarkShape.L => ("an L", side),
            MarkShape.Crosshair => ("a crosshair", side),
            _ => ("", 0.0),
        };
        if (name.Length == 0 && mark.Thickness != 0)
            yield return new($"{path}.thickness", "is given for a solid mark; expected none");
        if (name.Length > 0 && (mark.Thickness <= 0 || mark.Thickness >= most))
            yield return TemplateRules.Fault($"{path}.thickness", $"is {mark.Thickness}; expected the stroke of {name}, more than 0 and less than {most:0.###}");
        if (mark.Shape != MarkShape.L && mark.Turn != MarkTurn.TopLeft)
            yield return new($"{path}.turn", "is given for a mark that isn't an L; expected none");
    }

    // The height of the largest triangle of marks over its longest side.
    private static double Spread(ImmutableArray<RegistrationMark> marks)
    {
        var best = 0.0;
        for (var i = 0; i < marks.Length; i++)
        {
            for (var j = i + 1; j < marks.Length; j++)
            {
                for (var k = j + 1; k < marks.Length; k++)
                    best = Math.Max(best, Height(marks[i].Box.Centre, marks[j].Box.Centre, marks[k].Box.Centre));
            }
        }

        return best;
    }

    private static double Height(PaperPoint a, PaperPoint b, PaperPoint c)
    {
        var doubleArea = Math.Abs(((b.X - a.X) * (c.Y - a.Y)) - ((c.X - a.X) * (b.Y - a.Y)));
        var longest = Math.Max(Distance(a, b), Math.Max(Distance(b, c), Distance(a, c)));
        return longest == 0 ? 0 : doubleArea / longest;
    }

    private static double Distance(PaperPoint a, PaperPoint b) => Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)));
}
