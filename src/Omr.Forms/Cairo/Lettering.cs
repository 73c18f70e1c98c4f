namespace Omr.Forms.Cairo;

/// <summary>A size of type in points, plain or bold; the family is the same everywhere.</summary>
internal readonly record struct Lettering(double Points, bool Bold = false);
