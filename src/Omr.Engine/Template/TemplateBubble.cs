namespace Omr.Engine.Template;

/// <summary>One bubble of a form.</summary>
/// <param name="Field">Name of its field.</param>
/// <param name="Item">Item number, from 1.</param>
/// <param name="Value">The value that a mark in it gives.</param>
/// <param name="Box">The rectangle that just holds its outline, in millimetres.</param>
public sealed record TemplateBubble(string Field, int Item, string Value, PaperArea Box);
