using Omr.Simulator.Profiles;

namespace Omr.Simulator.Pencil;

/// <summary>
/// One writer's hand, pencil and eraser: the same on the whole sheet, each mark straying a little from it.
/// </summary>
/// <param name="Darkness">Share of light that thick graphite takes away.</param>
/// <param name="Offset">Standard deviation of a fill's middle from the bubble's, in millimetres.</param>
/// <param name="Reach">Size of a fill, 1 being the bubble's outer edge.</param>
/// <param name="Stroke">Width of a stroke in millimetres.</param>
/// <param name="Gap">Distance of strokes as a share of their width.</param>
/// <param name="Slant">Direction of strokes in radians.</param>
/// <param name="Spirals">Share of fills drawn round and round instead of to and fro.</param>
/// <param name="Rubbing">What is left of a rubbed-out mark.</param>
internal sealed record Hand(
    double Darkness,
    double Offset,
    double Reach,
    double Stroke,
    double Gap,
    double Slant,
    double Spirals,
    double Rubbing)
{
    public static Hand Draw(WriterHabits habits, Chance chance)
    {
        var light = chance.Happens(habits.LightWriters);
        var spiral = chance.Unit();
        return new(
            chance.In(light ? habits.LightDarkness : habits.Darkness),
            chance.In(habits.Offset),
            chance.In(habits.Reach),
            chance.In(habits.Stroke),
            chance.In(habits.Gaps),
            // Right-handers draw from lower left to upper right; one in six writers goes the other way.
            chance.Between(-1.2, -0.3) * (chance.Happens(1 / 6.0) ? -1 : 1),
            // Most people always fill the same way, some do both.
            spiral < 0.35 ? 0.95 : spiral < 0.75 ? 0.02 : 0.4,
            chance.In(habits.Rubbing));
    }
}
