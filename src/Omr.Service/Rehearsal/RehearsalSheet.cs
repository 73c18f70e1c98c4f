using Omr.Simulator.Planning;

namespace Omr.Service.Rehearsal;

/// <summary>
/// A sheet of the rehearsal's envelope. Its answers are such that the score can be worked out on paper: of the items 1
/// to 30 (pedagogik) and of the items 31 to 100 (profesional) the first so many are right, the rest are wrong, and the
/// last few are blank.
/// </summary>
/// <param name="Seat">Seat of the participant whose sheet it is, which is the place in the roster, from 1.</param>
/// <param name="Pedagogy">Right answers from item 1 on.</param>
/// <param name="Professional">Right answers from item 31 on.</param>
/// <param name="Blank">Blank answers up to item 100.</param>
/// <param name="Spare">Serial of the spare that was taken instead of the personal sheet; 0 for none.</param>
/// <param name="Trouble">What is wrong with it, on purpose.</param>
internal sealed record RehearsalSheet(
    int Seat, int Pedagogy, int Professional, int Blank, int Spare = 0, Trouble Trouble = Trouble.None)
{
    private const int PedagogyItems = 30;
    private const int Items = 100;
    private const string Options = "ABCDE";

    /// <summary>Odd seats have package 01, even ones 02.</summary>
    public string Package => Seat % 2 == 1 ? "01" : "02";

    /// <summary>The option marked in each item, from item 1; empty for a blank one.</summary>
    public IReadOnlyList<string> Answers => [.. Enumerable.Range(1, Items).Select(Answer)];

    /// <summary>What happens to the sheet on its way.</summary>
    public SheetAccidents Accidents => Trouble switch
    {
        Trouble.UpsideDown => new(UpsideDown: true),
        Trouble.TornCorner => new(TornMark: "kanan-bawah"),
        _ => SheetAccidents.None,
    };

    // Package 01 has the keys A B C D E A B ..., package 02 E D C B A E D ...; a wrong answer is the option after it.
    private string Answer(int item)
    {
        if (item > Items - Blank)
            return "";
        var place = (item - 1) % Options.Length;
        var key = Package == "01" ? place : Options.Length - 1 - place;
        var isRight = item <= PedagogyItems ? item <= Pedagogy : item <= PedagogyItems + Professional;
        return Options[isRight ? key : (key + 1) % Options.Length].ToString();
    }
}
