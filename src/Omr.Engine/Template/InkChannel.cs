namespace Omr.Engine.Template;

/// <summary>Which part of a colour scan is read; a channel in which the form's own colour drops out leaves only pencil.</summary>
public enum InkChannel
{
    /// <summary>Luminance of all colours.</summary>
    Grey,

    /// <summary>The red channel, in which red print drops out.</summary>
    Red,

    /// <summary>The green channel.</summary>
    Green,

    /// <summary>The blue channel, in which blue print drops out.</summary>
    Blue,
}
