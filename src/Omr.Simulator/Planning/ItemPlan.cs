using System.Collections.Immutable;

namespace Omr.Simulator.Planning;

/// <summary>What is written in one item of a field.</summary>
/// <param name="Field">Name of the field.</param>
/// <param name="Item">Item number, from 1.</param>
/// <param name="Kind">How it is written.</param>
/// <param name="Marked">The values whose bubbles bear pencil: one, or several for a double.</param>
/// <param name="Rubbed">The value whose mark was rubbed out; empty unless erased or corrected.</param>
public sealed record ItemPlan(
    string Field, int Item, MarkKind Kind, ImmutableArray<string> Marked, string Rubbed = "")
{
    /// <summary>
    /// What a careful person says is on the paper: the values joined by <c>|</c>; nothing for a blank, a dot and
    /// what was rubbed out.
    /// </summary>
    public string Value => Kind is MarkKind.Blank or MarkKind.Dot or MarkKind.Erased ? "" : string.Join('|', Marked);

    /// <summary>An item in which nothing is written.</summary>
    public static ItemPlan Blank(string field, int item) => new(field, item, MarkKind.Blank, []);
}
