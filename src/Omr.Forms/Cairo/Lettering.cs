namespace Omr.Forms.Cairo;

/// <summary>A size of type, plain or bold; the family is the same everywhere.</summary>
/// <param name="Points">Size in points of 1/72 inch.</param>
/// <param name="Bold">Whether it is bold.</param>
public readonly record struct Lettering(double Points, bool Bold = false);
