namespace Omr.Service.Reconciliation.Closing;

/// <summary>Whether somebody must still act on a finding.</summary>
public enum FindingStatus
{
    /// <summary>Somebody must.</summary>
    Open,

    /// <summary>The Ketua closed it.</summary>
    Closed,

    /// <summary>It only tells what was seen and done.</summary>
    Info,
}
