namespace Omr.Service.Reconciliation.Live;

/// <summary>Up to which rows the live reconciliation knows the database.</summary>
/// <param name="LastPage">Pages up to this one.</param>
/// <param name="LastDecision">Decisions on corrections up to this one.</param>
/// <param name="LastReport">Rooms' minutes up to this one.</param>
/// <param name="LastKey">Sealed keys up to this one.</param>
/// <param name="Keys">Which keys: subject and version, <c>180:1 220:3</c>.</param>
internal sealed record FeedState(long LastPage, long LastDecision, long LastReport, long LastKey, string Keys)
{
    /// <summary>Nothing is known yet.</summary>
    public static FeedState Nothing { get; } = new(0, 0, 0, 0, "");
}
