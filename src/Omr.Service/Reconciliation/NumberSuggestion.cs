using System.Globalization;
using Omr.Service.Rosters;

namespace Omr.Service.Reconciliation;

/// <summary>
/// A present participant without a sheet to whom a sheet with a wrong or incomplete number may belong. It is only ever
/// shown to the two people who decide (D04, D05), never applied.
/// </summary>
/// <param name="Participant">Who.</param>
/// <param name="Differences">Digits that differ.</param>
/// <param name="IsSwap">Whether the two that differ are each other's, exchanged.</param>
/// <param name="BirthAgrees">Whether the date of birth on the sheet is the participant's.</param>
internal sealed record NumberSuggestion(Participant Participant, int Differences, bool IsSwap, bool BirthAgrees)
{
    // Nearest numbers are 1 or 2 digits off (DOMAIN.md D04); a swap is 2.
    private const int MostDifferences = 2;
    private const int MostShown = 3;

    /// <summary>The nearest of these participants to an unknown number, best first.</summary>
    public static IEnumerable<NumberSuggestion> Near(Sheet sheet, IEnumerable<Participant> unmatched) =>
        unmatched
            .Where(p => IsNear(sheet.Number.Text, p.Number))
            .Select(p => Compare(sheet, p))
            .OrderBy(s => s.IsSwap ? 1 : s.Differences)
            .ThenByDescending(s => s.BirthAgrees)
            .ThenBy(s => s.Participant.Number, StringComparer.Ordinal)
            .Take(MostShown);

    /// <summary>
    /// The participants whom an incomplete number fits. A wholly blank number fits everybody, so then somebody is
    /// named only if nobody else is left.
    /// </summary>
    public static IEnumerable<NumberSuggestion> Fitting(Sheet sheet, IReadOnlyList<Participant> unmatched)
    {
        if (sheet.Number.IsBlank)
            return unmatched.Count == 1 ? [Compare(sheet, unmatched[0])] : [];
        var fitting = unmatched.Where(p => sheet.Number.MayBe(p.Number)).Select(p => Compare(sheet, p)).ToList();
        return fitting.Count <= MostShown ? fitting : [];
    }

    /// <summary>The suggestion as it stands in a finding.</summary>
    public Wording Shown => new(Describe(Why.Indonesian), Describe(Why.English));

    /// <summary>How near it is; nothing where the sure digits alone say it.</summary>
    public Wording Why
    {
        get
        {
            var kind = (Differences, IsSwap) switch
            {
                (0, _) => Wording.None,
                (_, true) => new("dua angka tertukar", "two digits swapped"),
                (1, _) => new("beda 1 angka", "1 digit differs"),
                _ => new("beda 2 angka", "2 digits differ"),
            };
            string[] indonesian = [kind.Indonesian, BirthAgrees ? "tanggal lahir cocok" : ""];
            string[] english = [kind.English, BirthAgrees ? "date of birth agrees" : ""];
            return new(Join(indonesian), Join(english));
        }
    }

    private string Describe(string why) => $"{Participant.Number} {Participant.Name}" + (why.Length > 0 ? $" ({why})" : "");

    private static string Join(string[] reasons) => string.Join(", ", reasons.Where(r => r.Length > 0));

    // Of a whole province nearly everybody is far, so that is told without making anything.
    private static bool IsNear(string read, string number)
    {
        if (read.Length != number.Length)
            return false;
        var differences = 0;
        for (var i = 0; i < read.Length && differences <= MostDifferences; i++)
        {
            if (read[i] != number[i] && read[i] is not ('_' or '?'))
                differences++;
        }
        return differences <= MostDifferences;
    }

    // Blank and uncertain digits don't count as different.
    private static NumberSuggestion Compare(Sheet sheet, Participant participant)
    {
        var read = sheet.Number.Text;
        var number = participant.Number;
        List<int> off = read.Length != number.Length
            ? []
            : [.. Enumerable.Range(0, read.Length).Where(i => read[i] != number[i] && read[i] is not ('_' or '?'))];
        var isBlank = sheet.Number.IsBlank;
        var differences = isBlank ? 0 : read.Length == number.Length ? off.Count : int.MaxValue;
        var isSwap = off is [var a, var b] && read[a] == number[b] && read[b] == number[a];
        var birth = participant.BirthDate.ToString("ddMMyy", CultureInfo.InvariantCulture);
        return new(participant, differences, isSwap, sheet.Birth.Certain == birth);
    }
}
