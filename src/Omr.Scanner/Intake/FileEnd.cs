namespace Omr.Scanner.Intake;

/// <summary>Whether a file ends as its format says.</summary>
public enum FileEnd
{
    /// <summary>The format's own end is there.</summary>
    Complete,

    /// <summary>The end is missing: somebody is still writing, or broke off.</summary>
    Missing,

    /// <summary>The file is of no format that is read, or too short to tell.</summary>
    Unknown,
}
