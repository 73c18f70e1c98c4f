namespace Omr.Service.Rehearsal;

/// <summary>What is planted on a sheet of the rehearsal's envelope.</summary>
internal enum Trouble
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Two options of one item are marked.</summary>
    DoubleAnswer,

    /// <summary>It is scanned upside down.</summary>
    UpsideDown,

    /// <summary>Its participant is marked absent.</summary>
    Absent,

    /// <summary>A spare that bears the number of another sheet in the envelope.</summary>
    SameNumber,

    /// <summary>A digit of the number is bubbled wrongly, so that nobody has it.</summary>
    UnknownNumber,

    /// <summary>Nothing was filled in.</summary>
    Blank,

    /// <summary>A corner is torn off with its registration mark.</summary>
    TornCorner,
}
