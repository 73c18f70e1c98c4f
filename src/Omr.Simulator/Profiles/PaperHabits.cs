namespace Omr.Simulator.Profiles;

/// <summary>
/// What paper the sheets are printed on and what happens to it; lengths in millimetres, chances from 0 to 1.
/// </summary>
/// <param name="Tone">How much light bare paper gives back, 1 being all.</param>
/// <param name="Grain">Unevenness of the paper's tone, as a share of it.</param>
/// <param name="Toner">How much light solid print gives back.</param>
/// <param name="Specks">Number of specks of dust, dirt and toner.</param>
/// <param name="Stain">Chance of a coffee stain.</param>
/// <param name="Fold">Chance of a fold across the sheet.</param>
/// <param name="Holes">Chance of two punched holes at the left edge.</param>
/// <param name="TornCorner">Chance of a torn-off corner.</param>
/// <param name="DogEar">Chance of a corner folded over.</param>
public sealed record PaperHabits(
    Interval Tone,
    Interval Grain,
    Interval Toner,
    Interval Specks,
    double Stain = 0,
    double Fold = 0,
    double Holes = 0,
    double TornCorner = 0,
    double DogEar = 0);
