namespace Omr.Service.Reconciliation.Closing;

/// <summary>How a room stands, at a glance.</summary>
public enum RoomStanding
{
    /// <summary>All its counts agree, its sheets are all accounted for, and no finding holds up the release.</summary>
    Balanced,

    /// <summary>Counts don't agree, or a finding that holds up the release is open.</summary>
    Off,

    /// <summary>Nothing is wrong, but something isn't there yet: list, envelope, key.</summary>
    Waiting,
}
