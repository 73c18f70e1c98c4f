using Omr.Engine.Template;
using Omr.Simulator.Profiles;

namespace Omr.Simulator.Scanning;

/// <summary>A line along the feed, from dirt on the glass (dark) or dust on the white reference (light).</summary>
/// <param name="Place">Millimetres from the left of the picture.</param>
/// <param name="Width">Width in millimetres.</param>
/// <param name="Gain">What the light there is multiplied by.</param>
internal sealed record Streak(double Place, double Width, double Gain)
{
    public static IReadOnlyList<Streak> Draw(ScannerHabits habits, PaperSize paper, Chance chance)
    {
        var streaks = new List<Streak>();
        if (chance.Happens(habits.DarkStreak))
            Add(1 + chance.Below(2), 0.35, 0.8, 0.1, 0.35);
        if (chance.Happens(habits.LightStreak))
            Add(1 + chance.Below(3), 1.08, 1.35, 0.1, 0.5);
        return streaks;

        void Add(int count, double low, double high, double narrow, double wide)
        {
            for (var i = 0; i < count; i++)
            {
                streaks.Add(new(
                    chance.Between(0, paper.Width), chance.Between(narrow, wide), chance.Between(low, high)));
            }
        }
    }
}
