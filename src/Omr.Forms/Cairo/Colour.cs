namespace Omr.Forms.Cairo;

/// <summary>A colour in sRGB, each part from 0 to 1.</summary>
/// <param name="Red">Red.</param>
/// <param name="Green">Green.</param>
/// <param name="Blue">Blue.</param>
/// <param name="Opacity">1 covers what lies below, 0 shows nothing.</param>
public readonly record struct Colour(double Red, double Green, double Blue, double Opacity = 1)
{
    /// <summary>The colour that forms are printed in.</summary>
    public static Colour Black { get; } = new(0, 0, 0);

    /// <summary>The paper's.</summary>
    public static Colour White { get; } = new(1, 1, 1);
}
