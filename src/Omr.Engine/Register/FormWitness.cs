using Omr.Engine.Geometry;
using Omr.Engine.Imaging;
using Omr.Engine.Template;

namespace Omr.Engine.Register;

/// <summary>
/// Where a form's own code can't be read, its timing track must bear witness: forms of one family share their marks, and
/// the rows of one may all be rows of the other (120 items against 100). A bar where this form has none proves another
/// form.
/// </summary>
internal static class FormWitness
{
    // In row pitches: a stretch of track without bars is longer than this.
    private const double EmptyFrom = 1.6;

    // Share of a bar's height that is dark without a break; specks and staple holes are smaller.
    private const double BarShare = 0.6;

    // Millimetres kept clear of the marks and bars at both ends of an empty stretch.
    private const double Clear = 1.5;

    /// <summary>The height in millimetres of a bar that the form doesn't have; null if there is none.</summary>
    public static double? UnexpectedBar(GrayImage page, PageTone tone, FormTemplate template, in PaperMap map)
    {
        if (template.Timing is not { } track)
            return null;
        var pitch = track.Rows.Zip(track.Rows.Skip(1), (a, b) => b - a).Min();
        double[] ends =
        [
            template.Marks.Min(m => m.Box.Bottom), .. track.Rows, template.Marks.Max(m => m.Box.Y),
        ];
        for (var i = 1; i < ends.Length; i++)
        {
            if (ends[i] - ends[i - 1] > EmptyFrom * pitch
                && FindBar(page, tone, track, map, ends[i - 1] + track.Height + Clear, ends[i] - track.Height - Clear) is { } y)
            {
                return y;
            }
        }

        return null;
    }

    private static double? FindBar(
        GrayImage page, PageTone tone, TimingTrack track, in PaperMap map, double from, double to)
    {
        var step = 1 / map.ScaleY;
        var dark = 0.0;
        for (var y = from; y < to; y += step)
        {
            dark = IsDark(page, tone, map.Map(track.X, y), track.Width * map.ScaleX / 4) ? dark + step : 0;
            if (dark >= BarShare * track.Height)
                return y;
        }

        return null;
    }

    private static bool IsDark(GrayImage page, PageTone tone, PagePoint at, double half)
    {
        var (left, right, y) = ((int)(at.X - half), (int)(at.X + half), (int)Math.Round(at.Y));
        if (left < 0 || right >= page.Width || y < 0 || y >= page.Height)
            return false;
        var sum = 0;
        foreach (var pixel in page.Row(y)[left..(right + 1)])
            sum += pixel;
        return sum / (right - left + 1) < tone.White - (tone.Contrast / 2);
    }
}
