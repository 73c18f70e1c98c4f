namespace Omr.Simulator.Paper;

/// <summary>A crease across the sheet: a line through two places on the long edges.</summary>
/// <param name="Left">Millimetres from the top at the left edge.</param>
/// <param name="Right">Millimetres from the top at the right edge.</param>
/// <param name="Shade">How dark the crease's shadow is, as a share; below 0 the toner cracked and it is light.</param>
/// <param name="Lift">
/// Millimetres by which print near the crease is displaced, for the paper doesn't lie flat there.
/// </param>
internal sealed record Fold(double Left, double Right, double Shade, double Lift)
{
    // Millimetres over which the displacement grows beside the crease and dies away from it.
    private const double Rise = 2;
    private const double Reach = 12;

    /// <summary>Millimetres from the crease, below it being positive.</summary>
    public double Distance(double x, double y, double paperWidth) => y - (Left + ((Right - Left) * x / paperWidth));

    /// <summary>How much lower the paper at that distance seems to lie.</summary>
    public double Displacement(double distance)
    {
        var far = Math.Abs(distance);
        return far > 5 * Reach ? 0 : Lift * Math.Sign(distance) * (Math.Exp(-far / Reach) - Math.Exp(-far / Rise));
    }
}
