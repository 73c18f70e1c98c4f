using Omr.Engine.Imaging;
using Omr.Engine.Template;

namespace Omr.Engine.Locate;

/// <summary>
/// A first guess at how the sheet lies in the picture: a scale, and which way up. The picture may be larger than the
/// sheet (a long scan, a wide glass); then the sheet lies anywhere in it.
/// </summary>
/// <param name="Scale">Pixels per millimetre.</param>
/// <param name="UpsideDown">Whether the sheet lies upside down.</param>
/// <param name="Paper">The sheet's size.</param>
/// <param name="Width">The picture's width in pixels.</param>
/// <param name="Height">The picture's height in pixels.</param>
internal readonly record struct SheetPose(double Scale, bool UpsideDown, PaperSize Paper, int Width, int Height)
{
    // Two guesses at the scale that differ by less are one.
    private const double SameScale = 1.04;

    /// <summary>The guesses to try in turn: by the side that fits the picture, upright first.</summary>
    public static IEnumerable<SheetPose> Guesses(PaperSize paper, GrayImage page)
    {
        var (across, down) = (page.Width / paper.Width, page.Height / paper.Height);
        var (small, large) = (Math.Min(across, down), Math.Max(across, down));
        double[] scales = large < small * SameScale ? [(small + large) / 2] : [small, large];
        foreach (var scale in scales)
        {
            yield return new(scale, false, paper, page.Width, page.Height);
            yield return new(scale, true, paper, page.Width, page.Height);
        }
    }

    /// <summary>The pixels in which a point of the paper may lie.</summary>
    /// <param name="point">The point.</param>
    /// <param name="reach">Millimetres around it.</param>
    public PixelArea Window(PaperPoint point, double reach)
    {
        var (x, y) = UpsideDown ? (Paper.Width - point.X, Paper.Height - point.Y) : (point.X, point.Y);
        var slackX = Math.Max(0, Width - (Paper.Width * Scale));
        var slackY = Math.Max(0, Height - (Paper.Height * Scale));
        return new(
            (int)((x - reach) * Scale),
            (int)((y - reach) * Scale),
            (int)((2 * reach * Scale) + slackX),
            (int)((2 * reach * Scale) + slackY));
    }
}
