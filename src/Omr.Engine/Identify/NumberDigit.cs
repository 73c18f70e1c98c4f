namespace Omr.Engine.Identify;

/// <summary>What is bubbled in one column of the number.</summary>
/// <param name="Shown">The digit, <see cref="Blank"/> or <see cref="Uncertain"/>.</param>
/// <param name="MayBe">The values that are or may be marked, joined by <c>|</c>; empty when nothing can be seen.</param>
internal readonly record struct NumberDigit(char Shown, string MayBe)
{
    public const char Blank = '_';
    public const char Uncertain = '?';

    public static NumberDigit Of(in ItemReading item) => new(
        item.Status switch
        {
            ReadStatus.Ok => item.Value[0],
            ReadStatus.Blank => Blank,
            _ => Uncertain,
        },
        item.Value);

    /// <summary>Whether nothing that may be marked is that digit, though something is.</summary>
    public bool SpeaksAgainst(char digit) => MayBe.Length > 0 && !MayBe.Contains(digit, StringComparison.Ordinal);

    /// <summary>Whether that digit is marked, or may be, and no other.</summary>
    public bool SaysOnly(char digit) => MayBe.Length == 1 && MayBe[0] == digit;
}
