using Omr.Engine.Template;

namespace Omr.Engine.Locate;

/// <summary>Which form the page is, and where it lies.</summary>
/// <param name="Layout">The form.</param>
/// <param name="Located">Where it lies.</param>
/// <param name="Serial">The sheet's serial from the form's code; empty if there is none.</param>
internal sealed record FoundForm(FormLayout Layout, LocatedSheet Located, string Serial);
