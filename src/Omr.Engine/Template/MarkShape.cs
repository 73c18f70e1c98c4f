using System.Text.Json.Serialization;

namespace Omr.Engine.Template;

/// <summary>The shapes of registration marks that Omr's own forms and other people's forms use.</summary>
public enum MarkShape
{
    /// <summary>A solid square or rectangle.</summary>
    Square,

    /// <summary>A solid disc.</summary>
    Disc,

    /// <summary>A disc with a white disc in its middle; the stroke is <see cref="RegistrationMark.Thickness"/>.</summary>
    Ring,

    /// <summary>A solid bar, longer than it is high or higher than it is long.</summary>
    Bar,

    /// <summary>Two arms that meet in a corner; <see cref="RegistrationMark.Turn"/> says which corner.</summary>
    [JsonStringEnumMemberName("L")]
    L,

    /// <summary>A vertical and a horizontal stroke that cross in the middle.</summary>
    Crosshair,
}
