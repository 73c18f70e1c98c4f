using System.Collections.Immutable;

namespace Omr.Engine.Template;

/// <summary>
/// A column of solid bars along one edge of the sheet, one beside each row of bubbles: where the paper was stretched
/// in the feeder, the bars say by how much at each height.
/// </summary>
/// <param name="X">Middle of the bars, in millimetres.</param>
/// <param name="Width">Width of a bar.</param>
/// <param name="Height">Height of a bar.</param>
/// <param name="Rows">The middle of each bar from the top, ascending, in millimetres.</param>
public sealed record TimingTrack(double X, double Width, double Height, ImmutableArray<double> Rows);
