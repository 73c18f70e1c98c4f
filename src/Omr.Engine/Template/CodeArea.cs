namespace Omr.Engine.Template;

/// <summary>Where a symbol is printed, quiet zone included.</summary>
/// <param name="Symbology">The kind of symbol.</param>
/// <param name="Role">What it says.</param>
/// <param name="Area">The rectangle that holds it, in millimetres.</param>
/// <param name="Field">For <see cref="CodeRole.Identity"/>: the digit field that says the same; empty if none.</param>
public sealed record CodeArea(CodeSymbology Symbology, CodeRole Role, PaperArea Area, string Field = "");
