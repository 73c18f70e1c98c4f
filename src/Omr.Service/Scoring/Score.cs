namespace Omr.Service.Scoring;

/// <summary>A sheet's score. Right, wrong, blank and multiple items make up all items that count.</summary>
/// <param name="Right">Items credited (benar), bonus items included.</param>
/// <param name="Wrong">Items with one other option (salah).</param>
/// <param name="Blank">Items without a mark (kosong).</param>
/// <param name="Multiple">Items with several marks (ganda).</param>
/// <param name="Pedagogy">P, rounded for reading; N is made from the exact value.</param>
/// <param name="Professional">F, rounded for reading.</param>
/// <param name="Value">N, 0 to 100, rounded half up to two decimals, once.</param>
public sealed record Score(
    int Right, int Wrong, int Blank, int Multiple, decimal Pedagogy, decimal Professional, decimal Value)
{
    /// <summary>The score of a sheet with nothing on it: 0, bonus items or not (status LK).</summary>
    public static Score OfBlankSheet(int items) => new(0, 0, items, 0, 0m, 0m, 0m);
}
