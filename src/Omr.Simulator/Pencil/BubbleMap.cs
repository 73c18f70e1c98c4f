using System.Runtime.CompilerServices;
using Omr.Engine.Template;

namespace Omr.Simulator.Pencil;

/// <summary>Where each value of each item has its bubble on a form; made once for a form.</summary>
internal sealed class BubbleMap
{
    private static readonly ConditionalWeakTable<FormTemplate, BubbleMap> Made = [];

    private readonly Dictionary<(string Field, int Item, string Value), (PaperArea, BubbleShape)> _bubbles = [];

    private BubbleMap(FormTemplate form)
    {
        foreach (var b in form.Bubbles())
            _bubbles[(b.Field, b.Item, b.Value)] = (b.Box, form.Field(b.Field)!.Bubble.Shape);
    }

    public static BubbleMap Of(FormTemplate form) => Made.GetValue(form, static f => new(f));

    /// <summary>The bubble of a value.</summary>
    /// <exception cref="ArgumentException">The item has no such value.</exception>
    public (PaperArea Box, BubbleShape Shape) Find(string field, int item, string value) =>
        _bubbles.TryGetValue((field, item, value), out var bubble)
            ? bubble
            : throw new ArgumentException($"Item {item} of {field} has no bubble {value}.");
}
