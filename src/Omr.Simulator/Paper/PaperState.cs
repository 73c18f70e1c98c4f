using Omr.Engine.Template;
using Omr.Simulator.Planning;
using Omr.Simulator.Profiles;

namespace Omr.Simulator.Paper;

/// <summary>What paper one sheet is of and what became of it.</summary>
/// <param name="Tone">Light that bare paper gives back.</param>
/// <param name="Grain">Unevenness of the paper's tone as a share of it.</param>
/// <param name="Toner">Light that solid print gives back.</param>
/// <param name="Specks">Number of specks.</param>
/// <param name="Stained">Whether a cup stood on it.</param>
/// <param name="Fold">The crease, if it was folded.</param>
/// <param name="Punched">Whether it was punched.</param>
/// <param name="Torn">The registration mark whose corner is torn off, or null.</param>
/// <param name="DogEar">The registration mark that a folded corner hides, or null.</param>
internal sealed record PaperState(
    double Tone,
    double Grain,
    double Toner,
    int Specks,
    bool Stained,
    Fold? Fold,
    bool Punched,
    RegistrationMark? Torn,
    RegistrationMark? DogEar)
{
    public static PaperState Draw(PaperHabits habits, SheetAccidents accidents, FormTemplate template, Chance chance)
    {
        var tone = chance.In(habits.Tone);
        var grain = chance.In(habits.Grain);
        var toner = chance.In(habits.Toner);
        var specks = (int)chance.In(habits.Specks);
        var stained = chance.Happens(habits.Stain) | accidents.Stained;
        var folded = chance.Happens(habits.Fold) | accidents.Folded;
        var punched = chance.Happens(habits.Holes) | accidents.Punched;
        var fold = DrawFold(template.Paper, chance);
        // One lost corner is what a sheet survives: two never come by chance.
        var corner = template.Marks[chance.Below(template.Marks.Length)];
        var fate = chance.Unit();
        var (torn, ear) = accidents is { TornMark: "", FoldedMark: "" }
            ? (fate < habits.TornCorner ? corner : null,
               fate >= habits.TornCorner && fate < habits.TornCorner + habits.DogEar ? corner : null)
            : (Named(accidents.TornMark, template), Named(accidents.FoldedMark, template));
        return new(tone, grain, toner, specks, stained, folded ? fold : null, punched, torn, ear);
    }

    private static RegistrationMark? Named(string name, FormTemplate template) =>
        name.Length == 0
            ? null
            : template.Marks.FirstOrDefault(m => m.Name == name)
              ?? throw new ArgumentException($"The form {template.Id} has no registration mark {name}.");

    private static Fold DrawFold(PaperSize paper, Chance chance)
    {
        var place = chance.Between(0.15, 0.85) * paper.Height;
        return new(
            place, place + chance.Between(-8, 8),
            chance.Happens(0.5) ? chance.Between(0.08, 0.25) : -chance.Between(0.3, 0.7),
            chance.Between(0.05, 0.25));
    }
}
