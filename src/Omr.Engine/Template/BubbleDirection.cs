namespace Omr.Engine.Template;

/// <summary>The direction in which the values of one item run on the paper; the items run at right angles to it.</summary>
public enum BubbleDirection
{
    /// <summary>Values run to the right, items down: a question's row of options.</summary>
    Right,

    /// <summary>Values run down, items to the right: a column of digits.</summary>
    Down,
}
