namespace Omr.Engine.Template;

/// <summary>What a printed symbol says.</summary>
public enum CodeRole
{
    /// <summary>Form id, version and the sheet's serial (<see cref="FormCode"/>).</summary>
    Form,

    /// <summary>The participant number, or the serial of a spare sheet.</summary>
    Identity,
}
