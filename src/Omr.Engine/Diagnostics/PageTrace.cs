using System.Collections.Immutable;
using Omr.Engine.Geometry;
using Omr.Engine.Template;

namespace Omr.Engine.Diagnostics;

/// <summary>
/// A page's outcome with what the stages saw on the way to it, for people who look into a reading. Where a page was
/// refused, everything up to the refusal is there. All places are pixels of <see cref="Picture"/>.
/// </summary>
/// <param name="Outcome">What came of the page, as <see cref="SheetReader.Read"/> gives it.</param>
/// <param name="Form">The form that it was read by; of a page that none was found on, the first one given.</param>
/// <param name="Picture">The page as the stages saw it; null if it could not be decoded.</param>
/// <param name="PixelsPerMm">Pixels per millimetre of paper; a guess by the picture's width where no sheet was found.</param>
/// <param name="Corners">The paper's corners, clockwise from its top-left one; empty if no sheet was found.</param>
/// <param name="Marks">The registration marks in template order.</param>
/// <param name="Timing">The timing marks from the top; empty if no sheet was found.</param>
/// <param name="Patches">The patches of bubbles and their corrections; empty if the sheet was not registered.</param>
/// <param name="Bubbles">The bubbles in template order, as <see cref="SheetReading.Ink"/>; empty if no sheet was found.</param>
public sealed record PageTrace(
    ReadOutcome Outcome,
    FormTemplate Form,
    PagePicture? Picture,
    double PixelsPerMm,
    ImmutableArray<PagePoint> Corners,
    ImmutableArray<MarkTrace> Marks,
    ImmutableArray<TimingTrace> Timing,
    ImmutableArray<PatchTrace> Patches,
    ImmutableArray<BubbleTrace> Bubbles);
