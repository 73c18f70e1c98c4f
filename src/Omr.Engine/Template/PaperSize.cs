namespace Omr.Engine.Template;

/// <summary>Size of the printed sheet in millimetres; the origin of every place on it is the top-left corner.</summary>
/// <param name="Width">Width in millimetres.</param>
/// <param name="Height">Height in millimetres.</param>
public readonly record struct PaperSize(double Width, double Height);
