using System.Text.RegularExpressions;
using Omr.Engine;

namespace Omr.Service.Reconciliation;

/// <summary>
/// Whose number a sheet bears. On a spare the barcode is the spare's own serial (<c>C</c> and 8 digits), so only the
/// bubbles speak.
/// </summary>
/// <param name="State">What is known.</param>
/// <param name="Text">
/// The number; where it isn't known what was read: <c>_</c> a blank digit, <c>?</c> an uncertain one, two numbers
/// joined by <c>|</c> a conflict.
/// </param>
/// <param name="Spare">Serial of a spare sheet (LJK cadangan); empty on others.</param>
public sealed partial record SheetNumber(NumberState State, string Text, string Spare)
{
    /// <summary>Whether the digits that are certain fit that number.</summary>
    public bool MayBe(string number) =>
        Text.Length == number.Length && Text.Zip(number).All(p => p.First is '_' or '?' || p.First == p.Second);

    /// <summary>Whether not a single digit is there.</summary>
    public bool IsBlank => State == NumberState.Missing && Text.All(c => c == '_');

    /// <summary>Takes the number from what the engine read.</summary>
    /// <param name="identity">Barcode and bubbles held against each other.</param>
    /// <param name="digits">The number's field: all there is on a form without a barcode.</param>
    public static SheetNumber Of(IdentityReading identity, CodeReading digits)
    {
        if (identity.Barcode.Length == 0 && identity.Bubbled.Length == 0)
            return new(StateOf(digits.Shown), digits.Shown, "");
        if (SpareCode().IsMatch(identity.Barcode))
            return new(StateOf(identity.Bubbled), identity.Bubbled, identity.Barcode[1..]);
        return identity.Status switch
        {
            ReadStatus.Ok => new(NumberState.Known, identity.Value, ""),
            ReadStatus.Blank => new(NumberState.Missing, identity.Bubbled, ""),
            _ when identity.Doubt == DoubtReason.Conflict => new(NumberState.Unclear, identity.Value, ""),
            _ when StateOf(identity.Bubbled) == NumberState.Missing => new(NumberState.Missing, identity.Bubbled, ""),
            _ => new(NumberState.Unclear, identity.Bubbled, ""),
        };
    }

    private static NumberState StateOf(string bubbled) =>
        bubbled.Contains('?', StringComparison.Ordinal) ? NumberState.Unclear
        : bubbled.Length == 0 || bubbled.Contains('_', StringComparison.Ordinal) ? NumberState.Missing
        : NumberState.Known;

    [GeneratedRegex("^C[0-9]{8}$")]
    private static partial Regex SpareCode();
}
