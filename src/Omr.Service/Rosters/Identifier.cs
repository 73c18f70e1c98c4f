using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Omr.Scanner;

namespace Omr.Service.Rosters;

/// <summary>
/// Checks identifiers that are text made of digits. A spreadsheet that took them for numbers leaves traces: powers of
/// ten, lost zeros in front; such a value is refused, never repaired.
/// </summary>
internal static partial class Identifier
{
    // Long enough for any code of these lists, short enough for one line on a terminal.
    private const int ShownLength = 40;

    /// <summary>What is wrong with an identifier of digits, or null.</summary>
    public static Wording? Problem(string column, string value, ImmutableSortedSet<int> lengths)
    {
        if (value.Length == 0)
            return Missing(column);
        var shown = Shown(value);
        if (PowerOfTen().IsMatch(value))
            return Spoiled(column, shown);
        if (!value.All(char.IsAsciiDigit))
            return new($"{column} '{shown}' memuat selain angka", $"{column} '{shown}' holds something else than digits");
        if (lengths.Contains(value.Length))
            return null;
        var expected = string.Join("/", lengths);
        return new(
            $"{column} '{shown}' panjangnya {value.Length} angka, seharusnya {expected}; periksa nol di depan",
            $"{column} '{shown}' has {value.Length} digits, not {expected}; check for lost zeros in front");
    }

    /// <summary>
    /// That a row has too many cells because of an identifier with a decimal comma (1,50501E+13 in a file separated by
    /// commas); null if that isn't why.
    /// </summary>
    public static Wording? SplitProblem(IReadOnlyList<string> columns, IReadOnlyList<string> cells)
    {
        for (var i = 0; i + 1 < cells.Count && i < columns.Count; i++)
        {
            var joined = $"{cells[i]},{cells[i + 1]}";
            if (PowerOfTen().IsMatch(joined))
                return Spoiled(columns[i], Shown(joined));
        }
        return null;
    }

    /// <summary>What is wrong with a free code (district, location, room), or null.</summary>
    public static Wording? CodeProblem(string column, string value) =>
        value.Length == 0 ? Missing(column)
        : value.Length > ShownLength || value.Any(char.IsControl)
            ? new($"{column} '{Shown(value)}' bukan kode", $"{column} '{Shown(value)}' is no code")
            : null;

    /// <summary>A package code in its one form: two digits (1 is 01) or a letter in upper case; null if neither.</summary>
    public static string? Package(string value) => value switch
    {
        [var d] when char.IsAsciiDigit(d) => "0" + value,
        [var a, var b] when char.IsAsciiDigit(a) && char.IsAsciiDigit(b) => value,
        [var c] when char.IsAsciiLetter(c) => value.ToUpperInvariant(),
        _ => null,
    };

    /// <summary>That a cell is empty which must not be.</summary>
    public static Wording Missing(string column) => new($"{column} kosong", $"{column} is empty");

    /// <summary>A cell's text, fit for an error line.</summary>
    public static string Shown(string value)
    {
        var visible = new string([.. value.Take(ShownLength).Select(c => FileNames.IsHidden(c) ? '?' : c)]);
        return value.Length > ShownLength ? visible + "..." : visible;
    }

    /// <summary>That a spreadsheet made a number of an identifier.</summary>
    public static Wording Spoiled(string column, string shown) => new(
        $"{column} '{shown}' sudah diubah lembar kerja menjadi bilangan; "
            + "beri kolom itu format Teks, isi ulang, lalu ekspor lagi",
        $"{column} '{shown}' was turned into a number by a spreadsheet; make the column Text, fill it again and "
            + "export");

    [GeneratedRegex(@"^\d+([.,]\d+)?[eE][+-]?\d+$")]
    private static partial Regex PowerOfTen();
}
