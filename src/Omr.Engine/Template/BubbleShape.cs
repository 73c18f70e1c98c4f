namespace Omr.Engine.Template;

/// <summary>The outline that is printed around a bubble.</summary>
public enum BubbleShape
{
    /// <summary>A circle or ellipse.</summary>
    Ellipse,

    /// <summary>A rectangle.</summary>
    Rectangle,
}
