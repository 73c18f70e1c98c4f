using Omr.Engine.Template;

namespace Omr.Forms.Tests.Measuring;

internal static class Areas
{
    public static PaperArea Grown(this PaperArea area, double by) =>
        new(area.X - by, area.Y - by, area.Width + (2 * by), area.Height + (2 * by));

    public static double DistanceTo(this PaperPoint from, PaperPoint to) =>
        Math.Sqrt(Math.Pow(from.X - to.X, 2) + Math.Pow(from.Y - to.Y, 2));

    public static bool Holds(this PaperArea area, PaperPoint place) =>
        place.X >= area.X && place.X <= area.Right && place.Y >= area.Y && place.Y <= area.Bottom;
}
