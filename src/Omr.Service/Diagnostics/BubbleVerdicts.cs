using Omr.Engine;
using Omr.Engine.Template;

namespace Omr.Service.Diagnostics;

/// <summary>
/// Tells from a reading what each of its bubbles was taken for: the bubbles of an item's value are marked, in a doubtful
/// item those that may be marked are doubtful, all others are blank.
/// </summary>
public static class BubbleVerdicts
{
    /// <summary>The verdicts in the order of <see cref="SheetReading.Ink"/>.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="form">The form that it was read by.</param>
    public static BubbleVerdict[] Of(SheetReading reading, FormTemplate form)
    {
        var verdicts = new BubbleVerdict[reading.Ink.Length];
        foreach (var item in reading.Items.Where(i => i.Value.Length > 0))
        {
            var verdict = item.Status == ReadStatus.Doubtful ? BubbleVerdict.Doubtful : BubbleVerdict.Marked;
            var values = form.Field(item.Field)!.Values;
            foreach (var value in item.Value.Split('|'))
                verdicts[item.FirstBubble + values.IndexOf(value)] = verdict;
        }
        return verdicts;
    }
}
