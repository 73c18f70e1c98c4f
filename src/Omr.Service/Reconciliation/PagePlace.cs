namespace Omr.Service.Reconciliation;

/// <summary>Where a page lies once the pile is sorted; every page lies in exactly one place.</summary>
internal enum PagePlace
{
    /// <summary>Couldn't be read, and nobody decided about it.</summary>
    Refused,

    /// <summary>Put aside by two people: no sheet that may count.</summary>
    SetAside,

    /// <summary>A further scan of a paper that counts already.</summary>
    Repeated,

    /// <summary>A form that nobody filled.</summary>
    Unused,

    /// <summary>Filled, but its number is blank, partial or doubtful.</summary>
    Unclear,

    /// <summary>Bears a number that nobody in the roster has.</summary>
    Unknown,

    /// <summary>Bears a participant's number.</summary>
    Owned,
}
