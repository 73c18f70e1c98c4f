namespace Omr.Engine;

/// <summary>The closed set of reasons for which a page is refused.</summary>
public enum RefusalReason
{
    /// <summary>The file is empty.</summary>
    Empty,

    /// <summary>The bytes are no format that is read.</summary>
    UnknownFormat,

    /// <summary>The picture is damaged or ends too early.</summary>
    Damaged,

    /// <summary>The picture has more pixels, a longer side or more pages than the limits allow.</summary>
    TooLarge,

    /// <summary>The picture is too small to read bubbles from.</summary>
    TooSmall,

    /// <summary>The whole page has one tone: nothing is printed on it, or the scanner saw nothing.</summary>
    NoContrast,

    /// <summary>Registration marks are missing, or those seen don't make a sheet within the limits of shape.</summary>
    MarksNotFound,

    /// <summary>The form's code names a form or a version that was not given.</summary>
    OtherForm,

    /// <summary>Marks and printed outlines do not agree where the bubbles are.</summary>
    NotRegistered,

    /// <summary>A black-and-white scan whose threshold left so little of the marks that others may be gone.</summary>
    ThinScan,

    /// <summary>The file can't be opened: no permission, a password, or it is gone.</summary>
    Unreadable,

    /// <summary>The program failed on it: a fault of the program's, not of the sheet's.</summary>
    Failed,

    /// <summary>The process that decoded it crashed, or took more memory than it may.</summary>
    DecoderCrashed,

    /// <summary>The process that decoded it came to no end and was ended.</summary>
    DecoderHung,
}
