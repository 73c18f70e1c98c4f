namespace Omr.Simulator.Planning;

/// <summary>How an item was filled; in <c>truth.csv</c> by its lower-case name.</summary>
public enum MarkKind
{
    /// <summary>Nothing was written.</summary>
    Blank,

    /// <summary>The bubble is filled as the instructions ask.</summary>
    Full,

    /// <summary>Filled all over, but with hardly any pressure.</summary>
    Faint,

    /// <summary>A third to a half of the bubble is filled.</summary>
    Partial,

    /// <summary>A cross through the bubble.</summary>
    Cross,

    /// <summary>A tick through the bubble.</summary>
    Tick,

    /// <summary>A pencil put down while thinking: a dot that a person takes for no answer.</summary>
    Dot,

    /// <summary>A 1 mm pencil line along the bubble's axis (RELIABILITY.md table, row 6).</summary>
    Line,

    /// <summary>A full mark that was rubbed out, and nothing instead.</summary>
    Erased,

    /// <summary>A full mark that was rubbed out, and a full mark elsewhere.</summary>
    Corrected,

    /// <summary>Two full marks.</summary>
    Double,
}
