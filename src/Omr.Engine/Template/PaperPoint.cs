namespace Omr.Engine.Template;

/// <summary>A place on the paper, in millimetres from its top-left corner.</summary>
/// <param name="X">Millimetres to the right.</param>
/// <param name="Y">Millimetres down.</param>
public readonly record struct PaperPoint(double X, double Y);
