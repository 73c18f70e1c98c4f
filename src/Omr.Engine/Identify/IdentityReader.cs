using System.Buffers;
using Omr.Engine.Imaging;
using Omr.Engine.Locate;
using Omr.Engine.Register;
using Omr.Engine.Template;

namespace Omr.Engine.Identify;

/// <summary>
/// Sixth stage: whose sheet it is. The barcode is printed and the bubbles are filled by hand, so they check each other.
/// Where both speak, every column must say the barcode's digit, or perhaps that one and no other. A column that is blank
/// may hold a digit that the scan lost, one with several candidates the other person's: then somebody looks, as
/// DOMAIN.md asks for (D05, D06). Where no digit is bubbled
/// the barcode is taken if it has as many digits as the number and is whole (<see cref="BarcodeWitness"/>). Bubbles
/// alone are taken only if every digit is certain and nothing else was printed: on a spare, whose barcode is its serial,
/// on a form without a barcode and on one printed for nobody. A barcode that should be there and can't be read might
/// contradict them: then a person looks.
/// </summary>
internal static class IdentityReader
{
    /// <summary>The digit field that holds the number on a form without a barcode (DESIGN.md, form templates).</summary>
    private const string NumberField = "nomor_peserta";

    // Share of the digits that must be certain, and agree, before bubbles count as confirming a barcode.
    private const double EnoughDigits = 0.5;

    /// <summary>Reads the barcode and compares it with the digits that were read.</summary>
    /// <param name="page">The page.</param>
    /// <param name="sheet">Where it lies.</param>
    /// <param name="forNobody">Whether the form's code says that the sheet was printed without a barcode.</param>
    /// <param name="items">What was read.</param>
    public static IdentityReading Read(GrayImage page, RegisteredSheet sheet, bool forNobody, ReadOnlySpan<ItemReading> items)
    {
        var code = sheet.Layout.Template.Codes.FirstOrDefault(c => c.Role == CodeRole.Identity);
        var barcode = code is null ? "" : CodeReader.Read(page, sheet.Map, code) ?? "";
        var digits = ArrayPool<NumberDigit>.Shared.Rent(items.Length);
        var count = Take(items, code is null ? NumberField : code.Field, digits);
        var reading = Compare(barcode, code is not null && !forNobody, digits.AsSpan(0, count));
        ArrayPool<NumberDigit>.Shared.Return(digits);
        var alone = reading.Status == ReadStatus.Ok && barcode.Length > 0 && !reading.Bubbled.Any(char.IsAsciiDigit);
        return alone && code!.Symbology == CodeSymbology.Code128 && !BarcodeWitness.Confirms(page, sheet.Map, code.Area, barcode)
            ? reading with { Status = ReadStatus.Doubtful, Doubt = DoubtReason.Unconfirmed }
            : reading;
    }

    /// <summary>Compares what the barcode and the bubbles say.</summary>
    /// <param name="barcode">Text of the barcode; empty if it could not be read.</param>
    /// <param name="printed">Whether there should be one.</param>
    /// <param name="digits">What is bubbled, column by column.</param>
    public static IdentityReading Compare(string barcode, bool printed, ReadOnlySpan<NumberDigit> digits)
    {
        var bubbled = string.Create(digits.Length, digits, static (text, all) =>
        {
            for (var i = 0; i < all.Length; i++)
                text[i] = all[i].Shown;
        });
        var certain = bubbled.Count(char.IsAsciiDigit);
        var blank = bubbled.All(c => c == NumberDigit.Blank);
        if (IsSerial(barcode) || barcode.Length == 0)
        {
            return blank ? Reading("", ReadStatus.Blank)
                : certain < bubbled.Length ? Reading(bubbled, ReadStatus.Doubtful, DoubtReason.Incomplete)
                : barcode.Length == 0 && printed ? Reading(bubbled, ReadStatus.Doubtful, DoubtReason.Unconfirmed)
                : Reading(bubbled, ReadStatus.Ok);
        }

        // Without a field for the number nothing says how long it is.
        var fits = barcode.All(char.IsAsciiDigit) && (digits.Length == 0 || barcode.Length == digits.Length);
        if (!fits || Contradicts(barcode, digits))
            return Reading($"{barcode}|{bubbled}", ReadStatus.Doubtful, DoubtReason.Conflict);
        return blank || (certain >= EnoughDigits * bubbled.Length && Agrees(barcode, digits))
            ? Reading(barcode, ReadStatus.Ok)
            : Reading(barcode, ReadStatus.Doubtful, DoubtReason.Incomplete);

        IdentityReading Reading(string value, ReadStatus status, DoubtReason doubt = DoubtReason.None) =>
            new(value, status, doubt, barcode, bubbled);
    }

    // A spare's barcode: a letter and digits, so that it is no number.
    private static bool IsSerial(string barcode) =>
        barcode.Length > 1 && char.IsAsciiLetter(barcode[0]) && barcode.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool Agrees(string number, ReadOnlySpan<NumberDigit> digits)
    {
        for (var i = 0; i < digits.Length; i++)
        {
            if (!digits[i].SaysOnly(number[i]))
                return false;
        }

        return true;
    }

    private static bool Contradicts(string number, ReadOnlySpan<NumberDigit> digits)
    {
        for (var i = 0; i < digits.Length; i++)
        {
            if (digits[i].SpeaksAgainst(number[i]))
                return true;
        }

        return false;
    }

    // Writes the field's digits and says how many they are.
    private static int Take(ReadOnlySpan<ItemReading> items, string field, Span<NumberDigit> digits)
    {
        var count = 0;
        foreach (var item in items)
        {
            if (item.Field == field)
                digits[count++] = NumberDigit.Of(item);
        }

        return count;
    }
}
