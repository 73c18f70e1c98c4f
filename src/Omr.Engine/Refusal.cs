namespace Omr.Engine;

/// <summary>A page that could not be read, with the evidence; nothing was guessed from it.</summary>
/// <param name="Page">Page number within the file, from 1.</param>
/// <param name="Reason">Why.</param>
/// <param name="Evidence">
/// The numbers that prove it, as <c>name=value</c> pairs separated by spaces: lengths in millimetres (<c>_mm</c>) or
/// pixels (<c>_px</c>). For people who look into it, in no language.
/// </param>
public sealed record Refusal(int Page, RefusalReason Reason, string Evidence) : ReadOutcome(Page);
