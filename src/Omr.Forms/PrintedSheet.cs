using Omr.Forms.Cover;

namespace Omr.Forms;

/// <summary>
/// What tells one sheet of a print run from the next: a serial and, on a personal sheet, the participant; on a cover, the
/// room.
/// </summary>
public sealed record PrintedSheet
{
    private PrintedSheet(string serial, SheetPerson? person)
    {
        Serial = serial;
        Person = person;
    }

    /// <summary>
    /// A form without serial and participant, as a specimen or to be copied: its QR says only which form it is.
    /// </summary>
    public static PrintedSheet Blank { get; } = new("", null);

    /// <summary>The serial as printed, 8 digits; of a cover its room; empty on <see cref="Blank"/>.</summary>
    public string Serial { get; }

    /// <summary>Whom the sheet was printed for; null on a spare and on <see cref="Blank"/>.</summary>
    public SheetPerson? Person { get; }

    /// <summary>What the sheet is the cover of; null on all others.</summary>
    public CoverText? Cover { get; private init; }

    /// <summary>Whether the sheet is a spare (LJK cadangan).</summary>
    public bool IsSpare => Person is null && Cover is null && Serial.Length > 0;

    /// <summary>
    /// The text of the sheet's Code 128: the participant number, on a spare <c>C</c> and the serial; empty on
    /// <see cref="Blank"/>, which has no such symbol.
    /// </summary>
    public string Identity => Person?.Number ?? (IsSpare ? "C" + Serial : "");

    /// <summary>A sheet for one participant (LJK utama).</summary>
    /// <param name="serial">8 digits.</param>
    /// <param name="person">The participant; the number must be printable ASCII.</param>
    /// <exception cref="ArgumentException">
    /// The serial isn't 8 digits or the number can't stand in a bar code.
    /// </exception>
    public static PrintedSheet Personal(string serial, SheetPerson person)
    {
        if (person.Number.Length == 0 || person.Number.Any(c => c is < ' ' or > '~'))
            throw new ArgumentException($"'{person.Number}' can't be printed as a bar code", nameof(person));
        return new(Checked(serial), person);
    }

    /// <summary>A spare sheet (LJK cadangan), whose user writes the number.</summary>
    /// <param name="serial">8 digits.</param>
    /// <exception cref="ArgumentException">The serial isn't 8 digits.</exception>
    public static PrintedSheet Spare(string serial) => new(Checked(serial), null);

    /// <summary>The cover of a room's envelope, a page of <see cref="CoverForm"/>.</summary>
    /// <param name="cover">What stands on it.</param>
    public static PrintedSheet CoverOf(CoverText cover) => new(cover.Room, null) { Cover = cover };

    private static string Checked(string serial) =>
        serial.Length == 8 && serial.All(char.IsAsciiDigit)
            ? serial
            : throw new ArgumentException($"a serial has 8 digits, not '{serial}'", nameof(serial));
}
