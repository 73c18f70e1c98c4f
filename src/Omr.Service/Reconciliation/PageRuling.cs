namespace Omr.Service.Reconciliation;

/// <summary>
/// What was decided about a page as a whole: by two people (a correction of the field <c>page</c>), but for one case that
/// is sure by itself.
/// </summary>
public enum PageRuling
{
    /// <summary>Nothing: what was read decides.</summary>
    None,

    /// <summary><c>tidak-terpakai</c>: a form that nobody used.</summary>
    Unused,

    /// <summary><c>abaikan</c>: no answer sheet of anybody's that may count; kept, and looked at no more.</summary>
    Rejected,

    /// <summary><c>pindai-ulang</c>: its paper was scanned again and counts from there.</summary>
    Repeated,

    /// <summary>It couldn't be read because its file was still growing; the page of the grown file counts.</summary>
    Outgrown,
}
