namespace Omr.Engine.Template;

/// <summary>Neighbouring bubbles of one kind that move together when paper deforms.</summary>
/// <param name="Kind">What they look like: the place in <see cref="FormLayout.Kinds"/>.</param>
/// <param name="Bubbles">Their places in <see cref="FormLayout.Centres"/>.</param>
/// <param name="Centre">The middle of the patch, in millimetres.</param>
internal sealed record BubblePatch(int Kind, int[] Bubbles, PaperPoint Centre);
