namespace Omr.Engine;

/// <summary>Why an item is doubtful.</summary>
public enum DoubtReason
{
    /// <summary>It isn't.</summary>
    None,

    /// <summary>A mark too weak to be sure of: faint or half erased.</summary>
    Faint,

    /// <summary>A sure mark beside one that could be a second mark or an erasure.</summary>
    SecondMark,

    /// <summary>A scanner streak runs through a bubble.</summary>
    Streak,

    /// <summary>The paper around a bubble is stained, or ink from elsewhere lies over it.</summary>
    Stain,

    /// <summary>Somebody wrote beside the bubbles of an item that is blank otherwise.</summary>
    Outside,

    /// <summary>
    /// A bubble's printed outline isn't where it must be: covered, torn off, folded away, or scanned beside its place by a
    /// roller that slipped.
    /// </summary>
    Hidden,

    /// <summary>Barcode and bubbles tell different participant numbers.</summary>
    Conflict,

    /// <summary>Too little of the number is certain, or a column of a bubbled number is blank or may say another digit.</summary>
    Incomplete,

    /// <summary>
    /// The number is bubbled, but the barcode that should confirm it can't be read; or it is not, and the barcode that
    /// alone tells it is damaged.
    /// </summary>
    Unconfirmed,

    /// <summary>Only a part of the bubble is filled.</summary>
    Partial,
}
