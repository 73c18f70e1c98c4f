using System.Collections.Immutable;
using Omr.Forms;

namespace Omr.Simulator.Planning;

/// <summary>
/// One sheet before it is filled and scanned: what is printed, what is written, what surely happens to it.
/// </summary>
/// <param name="Sheet">What is printed.</param>
/// <param name="Identity">The participant number that the sheet tells, printed or written; empty if none.</param>
/// <param name="Items">What is written in each item of each field, in template order.</param>
/// <param name="Accidents">What surely happens to it.</param>
public sealed record SheetPlan(
    PrintedSheet Sheet, string Identity, ImmutableArray<ItemPlan> Items, SheetAccidents Accidents)
{
    /// <summary>The same plan with another way of writing one item.</summary>
    /// <exception cref="ArgumentException">The form has no such item.</exception>
    public SheetPlan With(ItemPlan item)
    {
        for (var i = 0; i < Items.Length; i++)
        {
            if (Items[i].Field == item.Field && Items[i].Item == item.Item)
                return this with { Items = Items.SetItem(i, item) };
        }

        throw new ArgumentException($"The form has no item {item.Item} of {item.Field}.", nameof(item));
    }

    /// <summary>
    /// The same plan with a field written otherwise: the items of that field given, all its others blank.
    /// </summary>
    public SheetPlan WithField(string field, IEnumerable<ItemPlan> items)
    {
        var written = items.ToDictionary(i => i.Item);
        return this with
        {
            Items = [.. Items.Select(i =>
                i.Field != field ? i : written.GetValueOrDefault(i.Item) ?? ItemPlan.Blank(field, i.Item))],
        };
    }
}
