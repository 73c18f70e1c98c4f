using Omr.Engine.Imaging;
using Omr.Engine.Locate;
using Omr.Engine.Register;
using Omr.Engine.Template;

namespace Omr.Engine.Identify;

/// <summary>
/// Sixth stage: whose sheet it is. The barcode is printed and the bubbles are filled by hand, so they check each other:
/// where both speak they must agree in every digit that is certain; where only one speaks it is taken, but bubbles only
/// when every digit is certain. A spare's barcode holds its serial, which is no number of a participant.
/// </summary>
internal static class IdentityReader
{
    /// <summary>The digit field that holds the number on a form without a barcode (DESIGN.md, form templates).</summary>
    private const string NumberField = "nomor_peserta";

    private const char BlankDigit = '_';
    private const char UncertainDigit = '?';

    // Share of the digits that must be certain, and agree, before bubbles count as confirming a barcode.
    private const double EnoughDigits = 0.5;

    /// <summary>Reads the barcode and compares it with the digits that were read.</summary>
    public static IdentityReading Read(GrayImage page, RegisteredSheet sheet, ReadOnlySpan<ItemReading> items)
    {
        var template = sheet.Layout.Template;
        var code = template.Codes.FirstOrDefault(c => c.Role == CodeRole.Identity);
        var barcode = code is null ? "" : CodeReader.Read(page, sheet.Map, code) ?? "";
        var field = code is null ? NumberField : code.Field;
        var bubbled = Spell(items, field);
        return Compare(barcode, bubbled);
    }

    /// <summary>Compares what the barcode and the bubbles say.</summary>
    /// <param name="barcode">Text of the barcode; empty if it could not be read.</param>
    /// <param name="bubbled">The digits, <c>_</c> for blank and <c>?</c> for uncertain ones.</param>
    public static IdentityReading Compare(string barcode, string bubbled)
    {
        var number = barcode.All(char.IsAsciiDigit) ? barcode : "";
        var certain = bubbled.Count(char.IsAsciiDigit);
        var blank = bubbled.All(c => c == BlankDigit);
        if (number.Length == 0)
        {
            return blank ? new("", ReadStatus.Blank, DoubtReason.None, barcode, bubbled)
                : certain == bubbled.Length ? new(bubbled, ReadStatus.Ok, DoubtReason.None, barcode, bubbled)
                : new(bubbled, ReadStatus.Doubtful, DoubtReason.Incomplete, barcode, bubbled);
        }

        if (blank)
            return new(number, ReadStatus.Ok, DoubtReason.None, barcode, bubbled);
        var agrees = number.Length == bubbled.Length
            && !number.Where((digit, i) => char.IsAsciiDigit(bubbled[i]) && bubbled[i] != digit).Any();
        if (!agrees)
            return new($"{number}|{bubbled}", ReadStatus.Doubtful, DoubtReason.Conflict, barcode, bubbled);
        return certain >= EnoughDigits * bubbled.Length
            ? new(number, ReadStatus.Ok, DoubtReason.None, barcode, bubbled)
            : new(number, ReadStatus.Doubtful, DoubtReason.Incomplete, barcode, bubbled);
    }

    private static string Spell(ReadOnlySpan<ItemReading> items, string field)
    {
        var digits = new System.Text.StringBuilder();
        foreach (var item in items)
        {
            if (item.Field != field)
                continue;
            digits.Append(item.Status switch
            {
                ReadStatus.Ok => item.Value,
                ReadStatus.Blank => BlankDigit,
                _ => UncertainDigit,
            });
        }

        return digits.ToString();
    }
}
