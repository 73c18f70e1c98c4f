using Omr.Engine.Template;
using Omr.Forms.Ljk;
using Omr.Simulator;
using Omr.Simulator.Planning;
using Omr.Simulator.Printing;

namespace Omr.Benchmarks.Campaign;

/// <summary>What is written, and the identity block.</summary>
internal static partial class HardClasses
{
    private static IEnumerable<CampaignKind> Writing()
    {
        yield return Class("blank", "nothing written at all", write: (plan, _, _) => plan with
        {
            Items = [.. plan.Items.Select(i => ItemPlan.Blank(i.Field, i.Item))],
        });
        yield return Class("all-filled", "every bubble of every answer filled", write: (plan, form, _) => AllOf(plan, form, _ => true));
        yield return Class("dark-row", "one item in eight with every option filled", write: (plan, form, c) => AllOf(plan, form, _ => c.Happens(0.125)));
        yield return Class("line-1mm", "1 mm pencil line, 60 % grey, along each bubble's axis", profile: p => p with
        {
            Marks = new(Blank: 0.01, Line: 0.99),
            Writers = p.Writers with { Darkness = Interval.Just(0.6), LightWriters = 0 },
        });
        yield return Class("marks-nist", "vote, blank, dot, check, cross, partial, overfilled, light in equal shares", profile: p => p with
        {
            Marks = new(Blank: 0.14, Faint: 0.14, Partial: 0.14, Cross: 0.14, Tick: 0.14, Dot: 0.07),
            Writers = p.Writers with { Reach = new(0.85, 1.6) },
        });
        yield return Class("light-hand", "every mark of a hand that presses little", profile: p => p with
        {
            Writers = p.Writers with { LightWriters = 1, LightDarkness = new(0.3, 0.5) },
        });
        yield return Class("erasures", "a third of the answers corrected or erased, 5 to 30 % left", profile: p => p with
        {
            Marks = new(Blank: 0.02, Erased: 0.1, Corrected: 0.25),
            Writers = p.Writers with { Rubbing = new(0.05, 0.3) },
        });
        yield return Class("erased-letter", "erasures that took the printed letter away: lighter than blank", new()
        {
            Sheet = static (page, paper, c) =>
            {
                foreach (var bubble in LjkForm.All[0].Bubbles().Where(b => b.Box.Y < 165))
                {
                    var (x, y) = (bubble.Box.Centre.X, bubble.Box.Centre.Y);
                    if (!c.Happens(0.1))
                        continue;
                    // What is dark pencil stays: only bubbles without a mark lose their letter.
                    var sum = 0.0;
                    var count = 0;
                    page.Change(new(x - 1.3, y - 1.3, 2.6, 2.6), (old, _, _) =>
                    {
                        sum += old;
                        count++;
                        return old;
                    });
                    if (sum / count > paper.Tone * 255 * 0.8)
                        page.Change(new(x - 1.3, y - 1.3, 2.6, 2.6), (old, _, _) => old + (0.95 * Math.Max(0, (paper.Tone * 255) - old)));
                }
            },
        });
        yield return Class("barcode-damaged", "barcode scratched, blurred or covered in part", Sheet((page, paper, c) => ScratchCode(page, paper.Tone, c)));
        yield return Class("number-swapped", "another participant's number bubbled", write: (plan, _, c) => Digits(plan, c, 0.9, 0, 0) with { Identity = "a conflict" });
        yield return Class("number-slips", "digits of the number blank, doubled or wrong", write: (plan, _, c) => Digits(plan, c, 0.04, 0.06, 0.06));
        yield return Class(
            "number-and-barcode", "digits blank or doubled and the barcode damaged",
            Sheet((page, paper, c) => ScratchCode(page, paper.Tone, c)), (plan, _, c) => Digits(plan, c, 0, 0.05, 0.05));
    }

    private static SheetPlan AllOf(SheetPlan plan, FormTemplate form, Func<ItemPlan, bool> chosen)
    {
        var all = form.Field("jawaban")!.Values;
        return plan with
        {
            Items = [.. plan.Items.Select(i =>
                i.Field == "jawaban" && chosen(i) ? new ItemPlan(i.Field, i.Item, MarkKind.Double, all) : i)],
        };
    }

    private static SheetPlan Digits(SheetPlan plan, Chance chance, double wrong, double blank, double twice)
    {
        return plan with { Items = [.. plan.Items.Select(i => i.Field == "nomor_peserta" ? Slip(i) : i)] };

        ItemPlan Slip(ItemPlan item)
        {
            var (fate, other) = (chance.Unit(), (char)('0' + chance.Below(10)));
            if (item.Marked is not [[var digit]] || digit == other)
                return item;
            return fate < wrong ? item with { Marked = [other.ToString()], Kind = MarkKind.Full, Rubbed = "" }
                : fate < wrong + blank ? ItemPlan.Blank(item.Field, item.Item)
                : fate < wrong + blank + twice
                    ? item with { Kind = MarkKind.Double, Rubbed = "", Marked = digit < other ? [digit.ToString(), other.ToString()] : [other.ToString(), digit.ToString()] }
                    : item;
        }
    }

    private static void ScratchCode(GreyPicture page, double tone, Chance chance)
    {
        var area = LjkForm.BarcodeArea;
        var way = chance.Below(3);
        for (var n = 1 + chance.Below(5); n > 0 && way == 0; n--)
        {
            var ink = chance.Happens(0.5) ? 0.05 : tone;
            var (x, lean) = (chance.Between(area.X, area.Right), chance.Between(-8, 8));
            page.Change(new(x - 10, area.Y, 20, area.Height), (old, px, py) =>
                Math.Abs(px - x - (lean * (py - area.Y) / area.Height)) < 0.3 ? 255 * ink : old);
        }

        if (way == 1)
            page.Cover(new(area.X + chance.Between(-5, 50), area.Y + chance.Between(-3, 6), chance.Between(3, 25), chance.Between(2, 12)), 255 * chance.Between(0, tone));
        if (way == 2)
        {
            var smear = chance.Between(0.2, 1.2);
            var source = page.Copy();
            page.Change(area, (_, x, y) =>
            {
                var (sum, steps) = (0.0, (int)(smear * page.PerMm));
                for (var s = -steps; s <= steps; s++)
                    sum += source.Pixels[((int)(y * page.PerMm) * page.Width) + Math.Clamp((int)(x * page.PerMm) + s, 0, page.Width - 1)];
                return sum / ((2 * steps) + 1);
            });
        }
    }
}
