namespace Omr.Simulator.Colour;

/// <summary>
/// A colour that a form is printed in: how much of the light solid print takes away in each channel, 1 being black.
/// Registration marks, timing track and codes are printed black all the same.
/// </summary>
/// <param name="Red">In the red channel.</param>
/// <param name="Green">In the green channel.</param>
/// <param name="Blue">In the blue channel.</param>
internal sealed record PrintColour(double Red, double Green, double Blue)
{
    /// <summary>A red that hardly shows in the red channel.</summary>
    public static PrintColour LightRed { get; } = new(0.05, 0.55, 0.6);

    /// <summary>Orange, as on many OMR forms.</summary>
    public static PrintColour Orange { get; } = new(0.04, 0.4, 0.75);

    /// <summary>A light blue for the blue channel.</summary>
    public static PrintColour LightBlue { get; } = new(0.5, 0.25, 0.06);

    /// <summary>Red, green and blue.</summary>
    public IReadOnlyList<double> Channels => [Red, Green, Blue];
}
