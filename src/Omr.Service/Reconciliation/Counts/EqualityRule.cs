namespace Omr.Service.Reconciliation.Counts;

/// <summary>An equality before any numbers are put in.</summary>
/// <param name="Code">E1 to E12.</param>
/// <param name="Left">What stands left.</param>
/// <param name="LeftOf">Its count in a room; null while it isn't known.</param>
/// <param name="Right">What stands right.</param>
/// <param name="RightOf">Its count in a room.</param>
/// <param name="Todo">What to do when they differ.</param>
/// <param name="Tolerance">By how much they may differ.</param>
/// <param name="IsInfo">Whether it only tells something.</param>
/// <param name="Finding">The discrepancy that it is in a room when it doesn't hold; empty where others tell of it.</param>
internal sealed record EqualityRule(
    string Code,
    Wording Left,
    Func<RoomCounts, int?> LeftOf,
    Wording Right,
    Func<RoomCounts, int?> RightOf,
    Wording Todo,
    int Tolerance = 0,
    bool IsInfo = false,
    string Finding = "")
{
    /// <summary>Left less right; null while one of them isn't known.</summary>
    public int? Difference(RoomCounts room) => LeftOf(room) - RightOf(room);

    /// <summary>Whether the room's counts agree.</summary>
    public EqualityState State(RoomCounts room) => StateOf(Difference(room));

    /// <summary>Whether counts agree that differ by that.</summary>
    public EqualityState StateOf(int? difference) => difference switch
    {
        null => EqualityState.Unknown,
        { } off when Math.Abs(off) <= Tolerance => EqualityState.Holds,
        _ => EqualityState.Off,
    };
}
