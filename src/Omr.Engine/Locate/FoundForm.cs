using Omr.Engine.Template;

namespace Omr.Engine.Locate;

/// <summary>Which form the page is, and where it lies.</summary>
/// <param name="Layout">The form.</param>
/// <param name="Located">Where it lies.</param>
/// <param name="Serial">The sheet's serial from the form's code; empty if there is none.</param>
/// <param name="Unnamed">Whether the form has a code that could not be read: then the print must bear witness.</param>
internal sealed record FoundForm(FormLayout Layout, LocatedSheet Located, string Serial, bool Unnamed = false)
{
    /// <summary>Whether its code says that nothing else was printed on the sheet: a form to be copied, without a serial.</summary>
    public bool ForNobody => Serial.Length == 0 && !Unnamed && Layout.Template.Codes.Any(c => c.Role == CodeRole.Form);
}
