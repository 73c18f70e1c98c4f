namespace Omr.Engine.Template;

/// <summary>What all bubbles of a field look like.</summary>
/// <param name="Shape">The printed outline.</param>
/// <param name="Width">Outer width in millimetres.</param>
/// <param name="Height">Outer height in millimetres.</param>
/// <param name="Labelled">Whether the value is printed inside the outline.</param>
public sealed record Bubble(BubbleShape Shape, double Width, double Height, bool Labelled = true);
