namespace Omr.Engine.Template;

/// <summary>Items of a field that are printed together at equal distances.</summary>
/// <param name="FirstItem">Number of the first item, from 1.</param>
/// <param name="Items">How many items the block holds.</param>
/// <param name="Origin">Middle of the first value's bubble of the first item, in millimetres.</param>
public sealed record BubbleBlock(int FirstItem, int Items, PaperPoint Origin);
