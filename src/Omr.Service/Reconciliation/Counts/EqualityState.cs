namespace Omr.Service.Reconciliation.Counts;

/// <summary>Whether two counts agree.</summary>
public enum EqualityState
{
    /// <summary>They agree.</summary>
    Holds,

    /// <summary>They don't.</summary>
    Off,

    /// <summary>One of them isn't known yet.</summary>
    Unknown,
}
