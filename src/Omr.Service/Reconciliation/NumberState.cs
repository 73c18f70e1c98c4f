namespace Omr.Service.Reconciliation;

/// <summary>What is known of the number on a sheet.</summary>
public enum NumberState
{
    /// <summary>Read with certainty.</summary>
    Known,

    /// <summary>Nothing or only a part is there (D05).</summary>
    Missing,

    /// <summary>A digit is double or doubtful, or barcode and bubbles disagree (D06).</summary>
    Unclear,
}
