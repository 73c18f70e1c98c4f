namespace Omr.Engine;

/// <summary>
/// Whose sheet it is, from the barcode and from the bubbles, checked against each other. A conflict is kept, never
/// repaired.
/// </summary>
/// <param name="Value">The number when both agree or only one speaks; both joined by <c>|</c> on a conflict; else what is certain.</param>
/// <param name="Status">Ok, blank (neither speaks) or doubtful.</param>
/// <param name="Doubt">Why it is doubtful.</param>
/// <param name="Barcode">Text of the barcode; empty if it wasn't read or the form has none.</param>
/// <param name="Bubbled">The bubbled number, <c>_</c> for a blank and <c>?</c> for an uncertain digit.</param>
public sealed record IdentityReading(string Value, ReadStatus Status, DoubtReason Doubt, string Barcode, string Bubbled);
