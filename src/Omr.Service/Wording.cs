namespace Omr.Service;

/// <summary>A sentence for the staff in both languages; the edge picks one.</summary>
/// <param name="Indonesian">What staff see unless they ask otherwise.</param>
/// <param name="English">The same in English.</param>
public sealed record Wording(string Indonesian, string English)
{
    /// <summary>Nothing to say.</summary>
    public static Wording None { get; } = new("", "");

    /// <summary>Both sentences one after the other; a space between them where both speak.</summary>
    public static Wording operator +(Wording left, Wording right) =>
        new(Join(left.Indonesian, right.Indonesian), Join(left.English, right.English));

    /// <summary>The operator by its name, for languages without operators.</summary>
    public static Wording Add(Wording left, Wording right) => left + right;

    private static string Join(string left, string right) =>
        left.Length == 0 ? right : right.Length == 0 ? left : left + " " + right;
}
