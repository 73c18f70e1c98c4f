namespace Omr.Scanner.Acquire;

/// <summary>How a scan ended.</summary>
public enum ScanEnd
{
    /// <summary>All pages that were asked for, or the feeder is empty after some.</summary>
    Done,

    /// <summary>Not one page: the feeder is empty.</summary>
    NoPaper,

    /// <summary>Paper is jammed.</summary>
    Jammed,

    /// <summary>The cover is open.</summary>
    CoverOpen,

    /// <summary>Somebody else uses the scanner, or it is warming up.</summary>
    Busy,

    /// <summary>The scanner gave no page for too long and was given up.</summary>
    Silent,

    /// <summary>Something else; the scanner's own words tell.</summary>
    Failed,
}
