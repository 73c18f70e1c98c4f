using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Omr.Service.Reconciliation;

/// <summary>
/// Whether a bubbled name can be the registered one (D18). People shorten names, leave words and titles out, and the field
/// ends after 20 letters; so every bubbled word must shorten a registered word, in their order, or all of it together must
/// begin the registered name. An uncertain letter may be any.
/// </summary>
internal static partial class NameComparison
{
    // So short a word is an abbreviation that may leave letters out: ST for SITI.
    private const int LongestAbbreviation = 3;

    private static readonly HashSet<string> Titles = ["H", "HJ", "KH", "DR", "DRS", "DRA", "IR", "PROF", "SDR", "SDRI", "BPK", "IBU"];

    /// <summary>Whether it is surely another name; one that isn't bubbled, or isn't on the form, is none.</summary>
    public static bool IsOther(CodeReading bubbled, string registered)
    {
        if (bubbled.IsBlank)
            return false;
        var written = bubbled.Shown.Split('_', StringSplitOptions.RemoveEmptyEntries);
        var listed = Words(registered);
        return !Begins(string.Concat(written), string.Concat(listed)) && !Shorten(written, listed);
    }

    private static bool Shorten(string[] written, string[] listed)
    {
        var next = 0;
        foreach (var word in written)
        {
            var found = Array.FindIndex(listed, next, l => Fits(word, l));
            if (found < 0 && !Titles.Contains(word))
                return false;
            next = found < 0 ? next : found + 1;
        }

        return true;
    }

    private static bool Fits(string written, string listed) =>
        Begins(written, listed)
        || (listed.Length <= LongestAbbreviation && Begins(listed, written))
        || (written.Length <= LongestAbbreviation && LeavesOut(written, listed))
        || (Muhammad().IsMatch(written) && Muhammad().IsMatch(listed));

    private static bool Begins(string start, string whole) =>
        start.Length <= whole.Length && start.Zip(whole).All(p => p.First == p.Second || p.First == '?' || p.Second == '?');

    private static bool LeavesOut(string few, string all)
    {
        var at = 0;
        foreach (var letter in few)
        {
            at = at == 0 && letter != '?' && all[0] != letter ? -1 : letter == '?' ? at : all.IndexOf(letter, at);
            if (at < 0 || at >= all.Length)
                return false;
            at++;
        }

        return true;
    }

    // Academic titles stand behind a comma; an apostrophe is no gap.
    private static string[] Words(string registered)
    {
        var plain = registered.Split(',')[0].Normalize(NormalizationForm.FormD).ToUpperInvariant()
            .Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && c is not ('\'' or '`' or '\u2019'));
        return NoLetters().Split(string.Concat(plain)).Where(w => w.Length > 0).ToArray();
    }

    [GeneratedRegex("[^A-Z]+", RegexOptions.CultureInvariant)]
    private static partial Regex NoLetters();

    // M, MUH, MOCH, MOHAMAD, MUCHAMMAD: one name.
    [GeneratedRegex("^M([OU]C?H?(AM+[AE]D)?|D|HD)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Muhammad();
}
