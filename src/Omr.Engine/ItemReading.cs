namespace Omr.Engine;

/// <summary>What was read in one item of a field, with where it stands in the picture.</summary>
/// <param name="Field">Name of the field.</param>
/// <param name="Item">Item number, from 1.</param>
/// <param name="Value">
/// The value; values joined by <c>|</c> when several are marked; for a doubtful item the values that may be marked;
/// empty when blank.
/// </param>
/// <param name="Status">What is known.</param>
/// <param name="Doubt">Why it is doubtful.</param>
/// <param name="Crop">The item's row or column of bubbles in the picture.</param>
/// <param name="FirstBubble">Index of its first bubble in <see cref="SheetReading.Ink"/>.</param>
public readonly record struct ItemReading(
    string Field,
    int Item,
    string Value,
    ReadStatus Status,
    DoubtReason Doubt,
    PixelArea Crop,
    int FirstBubble);
