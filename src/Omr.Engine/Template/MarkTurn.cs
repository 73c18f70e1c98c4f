namespace Omr.Engine.Template;

/// <summary>The corner in which the two arms of an L mark meet.</summary>
public enum MarkTurn
{
    /// <summary>The arms meet at the top left.</summary>
    TopLeft,

    /// <summary>The arms meet at the top right.</summary>
    TopRight,

    /// <summary>The arms meet at the bottom right.</summary>
    BottomRight,

    /// <summary>The arms meet at the bottom left.</summary>
    BottomLeft,
}
