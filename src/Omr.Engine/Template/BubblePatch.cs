namespace Omr.Engine.Template;

/// <summary>Neighbouring bubbles of one kind that move together when paper deforms.</summary>
/// <param name="Bubble">What they look like.</param>
/// <param name="Bubbles">Their places in <see cref="FormLayout.Centres"/>.</param>
/// <param name="Centre">The middle of the patch, in millimetres.</param>
internal sealed record BubblePatch(Bubble Bubble, int[] Bubbles, PaperPoint Centre);
