namespace Omr.Service.Reconciliation.Counts;

/// <summary>How far the count of a room's sheets is.</summary>
public enum CountState
{
    /// <summary>Nothing, or not all of it, is counted.</summary>
    Uncounted,

    /// <summary>The counts don't agree and nobody has explained why.</summary>
    Off,

    /// <summary>Everything agrees, or the difference is explained.</summary>
    MaySeal,

    /// <summary>The same, and a seal's number is noted.</summary>
    Sealed,
}
