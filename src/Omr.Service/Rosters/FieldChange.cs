namespace Omr.Service.Rosters;

/// <summary>A field that a list would change.</summary>
/// <param name="Kolom">Its column.</param>
/// <param name="Lama">What is known.</param>
/// <param name="Baru">What the list says.</param>
internal sealed record FieldChange(string Kolom, string Lama, string Baru);
