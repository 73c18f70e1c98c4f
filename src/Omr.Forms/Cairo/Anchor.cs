namespace Omr.Forms.Cairo;

/// <summary>Which part of a text stands at the place given.</summary>
public enum Anchor
{
    /// <summary>Its left end.</summary>
    Left,

    /// <summary>Its middle.</summary>
    Middle,

    /// <summary>Its right end.</summary>
    Right,
}
