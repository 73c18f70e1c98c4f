using Omr.Engine.Template;

namespace Omr.Engine.Geometry;

/// <summary>
/// Paper millimetres to picture pixels by a projective map: affine when three points are known, with the two terms of
/// perspective when there are four or more.
/// </summary>
internal readonly record struct PaperMap(
    double Xx, double Xy, double X0, double Yx, double Yy, double Y0, double Wx, double Wy)
{
    // Millimetres; brings the unknowns of the fit to one size.
    private const double Unit = 100;

    /// <summary>Pixels per millimetre across the paper.</summary>
    public double ScaleX => Math.Sqrt((Xx * Xx) + (Yx * Yx));

    /// <summary>Pixels per millimetre down the paper.</summary>
    public double ScaleY => Math.Sqrt((Xy * Xy) + (Yy * Yy));

    /// <summary>Direction of the paper's upper edge in the picture, in degrees clockwise.</summary>
    public double TurnDegrees => Math.Atan2(Yx, Xx) * 180 / Math.PI;

    /// <summary>By how many degrees the paper's axes fail to stand at right angles.</summary>
    public double ShearDegrees => (Math.Atan2(Yy, Xy) * 180 / Math.PI) - TurnDegrees - 90 is var d && d < -180 ? d + 360 : d;

    public PagePoint Map(PaperPoint p) => Map(p.X, p.Y);

    public PagePoint Map(double x, double y)
    {
        var w = 1 / ((Wx * x) + (Wy * y) + 1);
        return new(((Xx * x) + (Xy * y) + X0) * w, ((Yx * x) + (Yy * y) + Y0) * w);
    }

    /// <summary>Fits three points exactly, or more by least squares; null when they lie on a line.</summary>
    public static PaperMap? Fit(ReadOnlySpan<(PaperPoint Paper, PagePoint Page)> points)
    {
        var unknowns = points.Length >= 4 ? 8 : 6;
        var system = new LinearSystem(unknowns, stackalloc double[unknowns * (unknowns + 1)]);
        Span<double> row = stackalloc double[unknowns];
        foreach (var (paper, page) in points)
        {
            var (x, y) = (paper.X / Unit, paper.Y / Unit);
            Fill(row, 0, x, y, page.X / Unit);
            system.Add(row, page.X / Unit);
            Fill(row, 3, x, y, page.Y / Unit);
            system.Add(row, page.Y / Unit);
        }

        Span<double> u = stackalloc double[8];
        u.Clear();
        return system.TrySolve(u[..unknowns])
            ? new(u[0], u[1], u[2] * Unit, u[3], u[4], u[5] * Unit, u[6] / Unit, u[7] / Unit)
            : null;
    }

    private static void Fill(Span<double> row, int first, double x, double y, double page)
    {
        row.Clear();
        row[first] = x;
        row[first + 1] = y;
        row[first + 2] = 1;
        if (row.Length == 8)
        {
            row[6] = -x * page;
            row[7] = -y * page;
        }
    }
}
