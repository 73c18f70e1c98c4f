using Omr.Engine;

namespace Omr.Service.Reconciliation;

/// <summary>What was read in a short field of codes: subject, package, date of birth, name.</summary>
/// <param name="Shown">
/// The code, <c>_</c> for a blank place and <c>?</c> for an uncertain one; empty if the form has no such field.
/// </param>
public sealed record CodeReading(string Shown)
{
    /// <summary>Whether the form has the field.</summary>
    public bool OnForm => Shown.Length > 0;

    /// <summary>Whether nothing is marked in it.</summary>
    public bool IsBlank => Shown.All(c => c == '_');

    /// <summary>The code if every place of it is certain, else null.</summary>
    public string? Certain => OnForm && !Shown.Contains('_') && !Shown.Contains('?') ? Shown : null;

    /// <summary>Joins the items of a field.</summary>
    public static CodeReading Of(IEnumerable<ItemReading> items) => new(string.Concat(items.Select(i => i.Status switch
    {
        ReadStatus.Ok => i.Value,
        ReadStatus.Blank => "_",
        _ => "?",
    })));
}
