namespace Omr.Service.Web.ItemStatistics;

/// <summary>
/// Where the dots of difficulty by discrimination lie, and their numbers: beside each dot wherever there is room, suspect ones first, so that
/// no number lies over another or over a dot.
/// </summary>
public sealed class ScatterField
{
    private const double Radius = 4.5;
    private const double LetterWidth = 6.6;
    private const double LetterHeight = 11;

    private static readonly (double X, double Y, string Anchor)[] Sides = [(8, 4, "start"), (-8, 4, "end"), (0, -8, "middle"), (0, 16, "middle")];

    private readonly List<(double Left, double Top, double Right, double Bottom)> _taken = [];

    /// <summary>Lays the items out.</summary>
    public ScatterField(IReadOnlyList<ItemFact> items)
    {
        var known = items.Where(i => i.Discrimination is not null).ToList();
        var (low, high) = (known.Min(i => i.Discrimination) ?? 0, known.Max(i => i.Discrimination) ?? 0);
        (Low, High) = (Math.Min(-0.2, Math.Floor(low * 5) / 5), Math.Max(0.6, Math.Ceiling(high * 5) / 5));
        _taken.AddRange(known.Select(i => Box(X(i.Difficulty) - Radius, Y(i.Discrimination!.Value) - Radius, 2 * Radius, 2 * Radius)));
        Dots =
        [
            .. known.OrderBy(i => i.Suspicion is null).ThenBy(i => i.Discrimination).ThenBy(i => i.Number)
                .Select(i => new ScatterDot(i, X(i.Difficulty), Y(i.Discrimination!.Value), Place(i))),
        ];
        Hidden = items.Count - known.Count;
    }

    /// <summary>Width and height of the drawing, and the frame in it.</summary>
    public const double Width = 720, Height = 480, Left = 60, Right = 706, Top = 30, Bottom = 424;

    /// <summary>The lowest discrimination on the axis.</summary>
    public double Low { get; }

    /// <summary>The highest.</summary>
    public double High { get; }

    /// <summary>The dots, suspect ones first.</summary>
    public IReadOnlyList<ScatterDot> Dots { get; }

    /// <summary>How many items have no discrimination, since everybody did the same.</summary>
    public int Hidden { get; }

    /// <summary>Where that difficulty lies.</summary>
    public static double X(double difficulty) => Left + (difficulty * (Right - Left));

    /// <summary>Where that discrimination lies.</summary>
    public double Y(double discrimination) => Bottom - ((discrimination - Low) / (High - Low) * (Bottom - Top));

    private (double X, double Y, string Anchor)? Place(ItemFact item)
    {
        var width = LetterWidth * item.Number.ToString(System.Globalization.CultureInfo.InvariantCulture).Length;
        foreach (var (dx, dy, anchor) in Sides)
        {
            var (x, y) = (X(item.Difficulty) + dx, Y(item.Discrimination!.Value) + dy);
            var box = Box(anchor switch { "start" => x, "end" => x - width, _ => x - (width / 2) }, y - LetterHeight + 1, width, LetterHeight);
            if (box.Left < Left || box.Right > Right || box.Bottom > Bottom || _taken.Exists(t => Overlap(t, box)))
                continue;
            _taken.Add(box);
            return (x, y, anchor);
        }

        return null;
    }

    private static (double Left, double Top, double Right, double Bottom) Box(double left, double top, double width, double height) =>
        (left, top, left + width, top + height);

    private static bool Overlap((double Left, double Top, double Right, double Bottom) one, (double Left, double Top, double Right, double Bottom) other) =>
        one.Left < other.Right && other.Left < one.Right && one.Top < other.Bottom && other.Top < one.Bottom;
}
