namespace Omr.Engine;

/// <summary>What is known of an item.</summary>
public enum ReadStatus
{
    /// <summary>Read with certainty.</summary>
    Ok,

    /// <summary>Certainly left blank.</summary>
    Blank,

    /// <summary>Certainly more than one mark where one is right.</summary>
    Multiple,

    /// <summary>A person must look.</summary>
    Doubtful,
}
