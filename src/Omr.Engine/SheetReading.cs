using System.Collections.Immutable;

namespace Omr.Engine;

/// <summary>Everything read from one page; the same page gives the same reading to the byte.</summary>
/// <param name="Page">Page number within the file, from 1.</param>
/// <param name="TemplateId">The form that it was read by.</param>
/// <param name="TemplateVersion">That form's version.</param>
/// <param name="Serial">The sheet's serial from the form's QR; empty if it wasn't read or has none.</param>
/// <param name="Identity">Whose sheet it is.</param>
/// <param name="Items">Every item of every field, in template order.</param>
/// <param name="Ink">Ink score of every bubble in template order: 0 the bubble's printed blank, 1 print black.</param>
/// <param name="MarkThreshold">Ink from which a bubble counts as marked on this sheet.</param>
/// <param name="BlankThreshold">Ink up to which a bubble counts as blank on this sheet.</param>
/// <param name="Quality">How well the sheet was placed.</param>
public sealed record SheetReading(
    int Page,
    string TemplateId,
    int TemplateVersion,
    string Serial,
    IdentityReading Identity,
    ImmutableArray<ItemReading> Items,
    ImmutableArray<float> Ink,
    float MarkThreshold,
    float BlankThreshold,
    RegistrationQuality Quality) : ReadOutcome(Page);
