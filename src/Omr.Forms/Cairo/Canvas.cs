using Omr.Engine.Template;

namespace Omr.Forms.Cairo;

/// <summary>Draws in millimetres from the top-left corner, in black until another colour is taken.</summary>
public sealed class Canvas : IDisposable
{
    /// <summary>A point is 1/72 inch, an inch 25.4 mm.</summary>
    public const double PointsPerMillimetre = 72 / 25.4;

    /// <summary>Height of a capital of the family, in its type size (Liberation Sans: 1409 of 2048 units).</summary>
    public const double CapHeight = 1409.0 / 2048;

    private const string Family = "Liberation Sans";

    // A quarter circle as one cubic: distance of the handles, in radii.
    private const double Kappa = 0.5522847498;

    private readonly CairoContext _context;

    internal Canvas(
        CairoSurface surface, CairoSurface? background = null, double unitsPerMillimetre = PointsPerMillimetre)
    {
        _context = CairoLibrary.Create(surface);
        if (background is not null)
        {
            CairoLibrary.SetSource(_context, background, 0, 0);
            CairoLibrary.Paint(_context);
        }

        CairoLibrary.Scale(_context, unitsPerMillimetre, unitsPerMillimetre);
        Take(Colour.Black);

        // Hinting would round letter widths to whole points.
        using var options = CairoLibrary.FontOptions();
        CairoLibrary.SetHintStyle(options, 1);
        CairoLibrary.SetHintMetrics(options, 1);
        CairoLibrary.SetFontOptions(_context, options);
    }

    /// <summary>Draws in this colour from now on.</summary>
    public void Take(Colour colour) =>
        CairoLibrary.SetColour(_context, colour.Red, colour.Green, colour.Blue, colour.Opacity);

    /// <summary>Fills a rectangle.</summary>
    public void Fill(PaperArea area) => Fill([area]);

    /// <summary>Fills rectangles as one path, so that neighbours show no seam.</summary>
    public void Fill(IEnumerable<PaperArea> areas)
    {
        foreach (var area in areas)
            AddRectangle(area);
        Fill();
    }

    /// <summary>Fills the ellipse that just fits a rectangle.</summary>
    public void FillEllipse(PaperArea area)
    {
        AddEllipse(area);
        Fill();
    }

    /// <summary>Fills the lower half of that ellipse.</summary>
    public void FillHalfEllipse(PaperArea area)
    {
        var (x, y) = area.Centre;
        var (kx, ky) = (area.Width / 2 * Kappa, area.Height / 2 * Kappa);
        CairoLibrary.MoveTo(_context, area.Right, y);
        CairoLibrary.CurveTo(_context, area.Right, y + ky, x + kx, area.Bottom, x, area.Bottom);
        CairoLibrary.CurveTo(_context, x - kx, area.Bottom, area.X, y + ky, area.X, y);
        Fill();
    }

    /// <summary>Draws a rectangle's outline inside its edge.</summary>
    public void Frame(PaperArea area, double stroke)
    {
        AddFrame(area, stroke);
        Fill();
    }

    /// <summary>Draws an ellipse's outline inside the edge of the rectangle that it just fits.</summary>
    public void FrameEllipse(PaperArea area, double stroke)
    {
        AddFrameEllipse(area, stroke);
        Fill();
    }

    // Outlines are filled, the inner edge running against the outer one: a stroke's extents cost cairo far more to
    // find on each page, and programs that show PDFs shift thin strokes to whole pixels.

    /// <summary>Adds a rectangle's outline, inside its edge, to what <see cref="Fill()"/> will draw.</summary>
    public void AddFrame(PaperArea area, double stroke)
    {
        AddRectangle(area);
        AddRectangle(Hole(area, stroke));
    }

    /// <summary>Adds an ellipse's outline, inside its edge, to what <see cref="Fill()"/> will draw.</summary>
    public void AddFrameEllipse(PaperArea area, double stroke)
    {
        AddEllipse(area);
        AddEllipse(Hole(area, stroke));
    }

    /// <summary>Strokes a line through the places given.</summary>
    public void Line(double stroke, params ReadOnlySpan<PaperPoint> places)
    {
        CairoLibrary.SetLineWidth(_context, stroke);
        CairoLibrary.MoveTo(_context, places[0].X, places[0].Y);
        foreach (var place in places[1..])
            CairoLibrary.LineTo(_context, place.X, place.Y);
        CairoLibrary.Stroke(_context);
    }

    /// <summary>Fills the shape whose corners are given.</summary>
    public void FillShape(params ReadOnlySpan<PaperPoint> corners)
    {
        CairoLibrary.MoveTo(_context, corners[0].X, corners[0].Y);
        foreach (var corner in corners[1..])
            CairoLibrary.LineTo(_context, corner.X, corner.Y);
        CairoLibrary.ClosePath(_context);
        Fill();
    }

    /// <summary>A level line of round dots to write on.</summary>
    public void DottedLine(double left, double right, double y)
    {
        const double Dot = 0.25;
        const int RoundCap = 1;
        CairoLibrary.SetLineCap(_context, RoundCap);
        CairoLibrary.SetDash(_context, [0, 0.9], 2, 0);
        Line(Dot, new(left, y), new(right, y));
        CairoLibrary.SetDash(_context, [], 0, 0);
        CairoLibrary.SetLineCap(_context, 0);
    }

    /// <summary>Writes one line of text; it is set smaller where it would be wider than allowed.</summary>
    public void Text(
        string text, double x, double baseline, Lettering lettering, Anchor anchor = Anchor.Left,
        double widest = double.PositiveInfinity)
    {
        if (text.Length == 0)
            return;
        var extents = Measure(text, lettering);
        if (extents.AdvanceX > widest)
            extents = Measure(text, lettering with { Points = lettering.Points * widest / extents.AdvanceX });
        var left = anchor switch
        {
            Anchor.Left => x,
            Anchor.Middle => x - (extents.AdvanceX / 2),
            _ => x - extents.AdvanceX,
        };
        CairoLibrary.MoveTo(_context, left, baseline);
        CairoLibrary.ShowText(_context, text);
    }

    /// <summary>
    /// Adds a text's outlines to what <see cref="Fill()"/> will draw, the middle of its ink on a place, set smaller
    /// where the ink would be wider than allowed.
    /// </summary>
    public void AddText(string text, PaperPoint middle, Lettering lettering, double widest)
    {
        var ink = Measure(text, lettering);
        if (ink.Width > widest)
            ink = Measure(text, lettering with { Points = lettering.Points * widest / ink.Width });
        CairoLibrary.MoveTo(
            _context,
            middle.X - ink.BearingX - (ink.Width / 2),
            middle.Y - ink.BearingY - (ink.Height / 2));
        CairoLibrary.TextPath(_context, text);
    }

    /// <summary>Fills all that was added, as one path.</summary>
    public void Fill() => CairoLibrary.Fill(_context);

    /// <summary>Width of a text in millimetres.</summary>
    public double Width(string text, Lettering lettering) => Measure(text, lettering).AdvanceX;

    /// <summary>Throws if anything drawn so far went wrong.</summary>
    public void Check() => CairoLibrary.Check(CairoLibrary.Status(_context));

    /// <inheritdoc/>
    public void Dispose() => _context.Dispose();

    // The white inside of an outline, from right to left: its path runs the other way round.
    private static PaperArea Hole(PaperArea area, double stroke) =>
        new(area.Right - stroke, area.Y + stroke, (2 * stroke) - area.Width, area.Height - (2 * stroke));

    private CairoTextExtents Measure(string text, Lettering lettering)
    {
        CairoLibrary.SelectFont(_context, Family, 0, lettering.Bold ? 1 : 0);
        CairoLibrary.SetFontSize(_context, lettering.Points / PointsPerMillimetre);
        CairoLibrary.TextExtents(_context, text, out var extents);
        return extents;
    }

    private void AddRectangle(PaperArea area) =>
        CairoLibrary.Rectangle(_context, area.X, area.Y, area.Width, area.Height);

    private void AddEllipse(PaperArea area)
    {
        var (x, y) = area.Centre;
        var (rx, ry) = (area.Width / 2, area.Height / 2);
        var (kx, ky) = (rx * Kappa, ry * Kappa);
        CairoLibrary.MoveTo(_context, x + rx, y);
        CairoLibrary.CurveTo(_context, x + rx, y + ky, x + kx, y + ry, x, y + ry);
        CairoLibrary.CurveTo(_context, x - kx, y + ry, x - rx, y + ky, x - rx, y);
        CairoLibrary.CurveTo(_context, x - rx, y - ky, x - kx, y - ry, x, y - ry);
        CairoLibrary.CurveTo(_context, x + kx, y - ry, x + rx, y - ky, x + rx, y);
        CairoLibrary.ClosePath(_context);
    }
}
