using Omr.Service.Rosters;

namespace Omr.Service.Api;

/// <summary>Something wrong in a list, in the caller's language.</summary>
/// <param name="Baris">The row as a spreadsheet counts, 1 the header; 0 for the whole list.</param>
/// <param name="Pesan">What is wrong and what to do.</param>
internal sealed record WrongRow(int Baris, string Pesan)
{
    private const int Shown = 200;

    /// <summary>The first of the errors.</summary>
    public static IReadOnlyList<WrongRow> FirstOf(IEnumerable<RowError> errors, HttpContext context) =>
        [.. errors.Take(Shown).Select(e => new WrongRow(e.Row, context.Say(e.What)))];
}
