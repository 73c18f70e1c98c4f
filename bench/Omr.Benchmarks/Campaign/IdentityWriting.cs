using Omr.Simulator;
using Omr.Simulator.Planning;

namespace Omr.Benchmarks.Campaign;

/// <summary>
/// What is bubbled in the participant number, and what the paper then says. A printed number is the sheet's unless a
/// bubbled digit speaks against it; on a spare the bubbles are all there is, and a digit that is missing or double
/// leaves no number. What is no number of the sheet is told by words that no reading can equal.
/// </summary>
internal static class IdentityWriting
{
    private const string Field = "nomor_peserta";

    /// <summary>Changes single digits: each with these chances is blank, doubled, another, rubbed out or weak.</summary>
    public static SheetPlan Slips(
        SheetPlan plan, Chance chance, double blank = 0, double twice = 0, double wrong = 0, double rubbed = 0, double weak = 0)
    {
        return Told(plan with { Items = [.. plan.Items.Select(i => i.Marked.Length == 1 ? Slip(i) : i)] });

        ItemPlan Slip(ItemPlan item)
        {
            var (fate, digit, other) = (chance.Unit(), item.Marked[0], Other(item.Marked[0], chance));
            if ((fate -= blank) < 0)
                return ItemPlan.Blank(item.Field, item.Item);
            if ((fate -= twice) < 0)
            {
                string[] both = [digit, other];
                return item with { Kind = MarkKind.Double, Rubbed = "", Marked = [.. both.Order(StringComparer.Ordinal)] };
            }

            if ((fate -= wrong) < 0)
                return item with { Marked = [other], Rubbed = "" };
            if ((fate -= rubbed) < 0)
            {
                return chance.Happens(0.5)
                    ? item with { Kind = MarkKind.Erased, Marked = [], Rubbed = digit }
                    : item with { Kind = MarkKind.Corrected, Rubbed = other };
            }

            var kind = chance.Below(5) switch
            {
                0 => MarkKind.Faint,
                1 => MarkKind.Partial,
                2 => MarkKind.Cross,
                3 => MarkKind.Tick,
                _ => MarkKind.Line,
            };
            return fate < weak ? item with { Kind = kind, Rubbed = "" } : item;
        }
    }

    /// <summary>Bubbles the number of a neighbour: one, two or three digits differ, as within a room.</summary>
    public static SheetPlan Neighbour(SheetPlan plan, Chance chance)
    {
        var items = plan.Items;
        for (var n = 1 + chance.Below(3); n > 0; n--)
        {
            var at = 13 - (chance.Happens(0.7) ? chance.Below(4) : chance.Below(14));
            if (items[at].Marked.Length == 1)
                items = items.SetItem(at, items[at] with { Marked = [Other(items[at].Marked[0], chance)], Rubbed = "" });
        }

        return plan with { Items = items };
    }

    /// <summary>Bubbles any number, as on a spare.</summary>
    public static SheetPlan AnyNumber(SheetPlan plan, Chance chance) => plan with
    {
        Items = [.. plan.Items.Select(i => i with { Marked = [Digit(chance)], Kind = MarkKind.Full, Rubbed = "" })],
    };

    /// <summary>Bubbles nothing.</summary>
    public static SheetPlan Nothing(SheetPlan plan) =>
        Told(plan with { Items = [.. plan.Items.Select(i => ItemPlan.Blank(i.Field, i.Item))] });

    /// <summary>The plan with the number that its paper tells.</summary>
    public static SheetPlan Told(SheetPlan plan)
    {
        var digits = plan.Items.Where(i => i.Field == Field).Select(i => i.Value).ToList();
        if (plan.Sheet.Person is { Number: var number })
        {
            var agrees = digits.Select((d, i) => d.Length == 0 || d.Contains(number[i], StringComparison.Ordinal)).All(a => a);
            return plan with { Identity = agrees ? number : "a conflict" };
        }

        return plan with { Identity = digits.All(d => d.Length == 1) ? string.Concat(digits) : "no number" };
    }

    private static string Digit(Chance chance) => ((char)('0' + chance.Below(10))).ToString();

    private static string Other(string digit, Chance chance) =>
        ((char)('0' + ((digit[0] - '0' + 1 + chance.Below(9)) % 10))).ToString();
}
