using System.Globalization;

namespace Omr.Service.Rosters;

/// <summary>
/// Reads a date of birth: dd-mm-yyyy, dd/mm/yyyy, yyyy-mm-dd or the day number of a spreadsheet (27395 is 1975-01-01).
/// DDMMYY isn't read, though the LJK is bubbled so: its century is a guess, and once a spreadsheet has dropped the
/// zero in front it looks like a day number.
/// </summary>
internal static class BirthDate
{
    private static readonly string[] Formats = ["d-M-yyyy", "d/M/yyyy", "yyyy-MM-dd"];

    // Teachers are 18 to 70 (DOMAIN.md section 2); wide enough for exams from 2012 to 2037.
    private const int EarliestYear = 1930;
    private const int LatestYear = 2019;

    // Day 1 of a spreadsheet is 1900-01-01, and it counts a 29 February 1900 that never was.
    private static readonly DateOnly SpreadsheetDayZero = new(1899, 12, 30);
    private const int LongestDayNumber = 5;

    public static DateOnly? Parse(string text) =>
        Read(text) is { Year: >= EarliestYear and <= LatestYear } date ? date : null;

    public static Wording Problem(string text) => text.Length == 0
        ? Identifier.Missing("tgl_lahir")
        : new(
            $"tgl_lahir '{Identifier.Shown(text)}' bukan tanggal lahir; tulis dd-mm-yyyy, misalnya 05-07-1975",
            $"tgl_lahir '{Identifier.Shown(text)}' is no date of birth; write dd-mm-yyyy, for example 05-07-1975");

    private static DateOnly? Read(string text)
    {
        if (DateOnly.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        return text.Length <= LongestDayNumber
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            ? SpreadsheetDayZero.AddDays(days)
            : null;
    }
}
