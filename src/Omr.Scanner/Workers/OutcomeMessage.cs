using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Omr.Engine;

namespace Omr.Scanner.Workers;

/// <summary>
/// A page's outcome as a message. Everything crosses unchanged; the name of a field is written once for all its items.
/// </summary>
internal static class OutcomeMessage
{
    private const byte RefusalTag = 0;
    private const byte ReadingTag = 1;

    // A flag for the field's name, the numbers and the value's length.
    private const int LeastItemBytes = 1 + (6 * sizeof(int)) + 2 + sizeof(int);

    /// <summary>The message of this outcome.</summary>
    public static ReadOnlyMemory<byte> Write(MessageWriter to, ReadOutcome outcome)
    {
        to.Begin(MessageKind.Page);
        switch (outcome)
        {
            case Refusal refusal:
                to.Write(RefusalTag);
                to.Write(refusal.Page);
                to.Write((byte)refusal.Reason);
                to.Write(refusal.Evidence);
                break;
            case SheetReading reading:
                to.Write(ReadingTag);
                Write(to, reading);
                break;
            default:
                throw new InvalidOperationException(outcome.GetType().Name);
        }
        return to.Finish();
    }

    /// <summary>The outcome in this payload.</summary>
    /// <exception cref="InvalidDataException">It isn't one.</exception>
    public static ReadOutcome Read(ReadOnlySpan<byte> payload)
    {
        var from = new MessageReader(payload);
        ReadOutcome outcome = from.Byte() switch
        {
            RefusalTag => new Refusal(from.Int(), from.Name<RefusalReason>(), from.Text()),
            ReadingTag => ReadReading(ref from),
            var tag => throw new InvalidDataException($"outcome={tag}"),
        };
        from.End();
        if (outcome is SheetReading reading && reading.Items.Any(i => i.FirstBubble < 0 || i.FirstBubble >= reading.Ink.Length))
            throw new InvalidDataException("item=without_bubbles");
        return outcome;
    }

    private static void Write(MessageWriter to, SheetReading reading)
    {
        to.Write(reading.Page);
        to.Write(reading.TemplateId);
        to.Write(reading.TemplateVersion);
        to.Write(reading.Serial);
        Write(to, reading.Identity);
        to.Write(reading.Items.Length);
        var field = "";
        foreach (var item in reading.Items)
        {
            to.Write(item.Field != field);
            if (item.Field != field) to.Write(field = item.Field);
            to.Write(item.Item);
            to.Write(item.Value);
            to.Write((byte)item.Status);
            to.Write((byte)item.Doubt);
            to.Write(item.Crop.X);
            to.Write(item.Crop.Y);
            to.Write(item.Crop.Width);
            to.Write(item.Crop.Height);
            to.Write(item.FirstBubble);
        }
        to.Write(reading.Ink.AsSpan());
        to.Write(reading.MarkThreshold);
        to.Write(reading.BlankThreshold);
        Write(to, reading.Quality);
    }

    private static void Write(MessageWriter to, IdentityReading identity)
    {
        to.Write(identity.Value);
        to.Write((byte)identity.Status);
        to.Write((byte)identity.Doubt);
        to.Write(identity.Barcode);
        to.Write(identity.Bubbled);
    }

    private static void Write(MessageWriter to, RegistrationQuality quality)
    {
        to.Write(quality.ScaleX);
        to.Write(quality.ScaleY);
        to.Write(quality.SkewDegrees);
        to.Write(quality.Turn);
        to.Write(quality.MarksFound);
        to.Write(quality.MarksExpected);
        to.Write(quality.TimingFound);
        to.Write(quality.TimingExpected);
        to.Write(quality.ResidualMm);
        to.Write(quality.Bilevel);
    }

    // Arguments are evaluated in the order in which they are written, which is the order of the message.
    private static SheetReading ReadReading(ref MessageReader from) => new(
        from.Int(),
        from.Text(),
        from.Int(),
        from.Text(),
        new(from.Text(), from.Name<ReadStatus>(), from.Name<DoubtReason>(), from.Text(), from.Text()),
        ReadItems(ref from),
        ImmutableCollectionsMarshal.AsImmutableArray(from.Singles()),
        from.Single(),
        from.Single(),
        new(
            from.Double(),
            from.Double(),
            from.Double(),
            from.Int(),
            from.Int(),
            from.Int(),
            from.Int(),
            from.Int(),
            from.Double(),
            from.Flag()));

    private static ImmutableArray<ItemReading> ReadItems(ref MessageReader from)
    {
        var items = new ItemReading[from.Count(LeastItemBytes)];
        var field = "";
        for (var i = 0; i < items.Length; i++)
        {
            if (from.Flag()) field = from.Text();
            items[i] = new(
                field,
                from.Int(),
                from.Text(),
                from.Name<ReadStatus>(),
                from.Name<DoubtReason>(),
                new(from.Int(), from.Int(), from.Int(), from.Int()),
                from.Int());
        }
        return ImmutableCollectionsMarshal.AsImmutableArray(items);
    }
}
