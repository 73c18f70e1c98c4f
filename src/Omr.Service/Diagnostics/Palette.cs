using Omr.Forms.Cairo;

namespace Omr.Service.Diagnostics;

/// <summary>
/// The colours of the pictures. Blue against vermilion is told apart by every kind of colour-blind eye (Okabe and Ito,
/// "Color universal design", 2008) and both stand out from grey pencil.
/// </summary>
internal static class Palette
{
    /// <summary>Found, marked, certain.</summary>
    public static Colour Sure { get; } = new(0, 0.447, 0.698);

    /// <summary>Missing, doubtful.</summary>
    public static Colour Doubt { get; } = new(0.835, 0.369, 0);

    /// <summary>Blank bubbles.</summary>
    public static Colour Blank { get; } = new(0.5, 0.5, 0.5);

    /// <summary>Where bubbles lie.</summary>
    public static Colour Place { get; } = new(0, 0.62, 0.451);

    /// <summary>Where something was sought, the paper's edge.</summary>
    public static Colour Sought { get; } = new(0.8, 0.475, 0.655);

    /// <summary>Writing.</summary>
    public static Colour Text { get; } = new(0.13, 0.13, 0.13);

    /// <summary>The colour of a bubble's verdict.</summary>
    public static Colour Of(BubbleVerdict verdict) => verdict switch
    {
        BubbleVerdict.Marked => Sure,
        BubbleVerdict.Doubtful => Doubt,
        _ => Blank,
    };
}
