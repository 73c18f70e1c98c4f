namespace Omr.Service.Rosters;

/// <summary>
/// A decision that the room's minutes hold about a participant (kejadian khusus, DOMAIN.md section 4). It comes from
/// the optional column <c>kejadian</c> of the attendance list.
/// </summary>
public enum Incident
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary><c>BT</c>: cancelled, not the registered person or withdrawn.</summary>
    Cancelled,

    /// <summary><c>DT</c>: held, cheating was noted.</summary>
    Held,
}
