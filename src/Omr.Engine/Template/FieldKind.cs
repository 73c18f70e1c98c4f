namespace Omr.Engine.Template;

/// <summary>What the bubbles of a field spell.</summary>
public enum FieldKind
{
    /// <summary>Each item is a column (or row) of digits.</summary>
    Digit,

    /// <summary>Each item is a column (or row) of letters.</summary>
    Letter,

    /// <summary>Each item is a question with options.</summary>
    Choice,

    /// <summary>Boxes that are filled or not.</summary>
    Flag,
}
