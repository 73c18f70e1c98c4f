using System.Collections.Immutable;
using Omr.Engine;
using Omr.Service.Scoring;

namespace Omr.Service.Tests.Scoring;

/// <summary>Small keys and answers, written so that a score can be worked out in one's head.</summary>
internal static class Keys
{
    /// <summary>A key of so many items of each ranah, all with the right option A.</summary>
    public static PackageKey AllA(int pedagogy, int professional, string subject = "180", string package = "01") => new(
        subject,
        package,
        [
            .. Enumerable.Range(1, pedagogy + professional).Select(n => new KeyItem(
                n, ["A"], n <= pedagogy ? Ranah.Pedagogy : Ranah.Professional, KeyPolicy.Normal, 1)),
        ]);

    /// <summary>The key with one item otherwise.</summary>
    public static PackageKey With(this PackageKey key, int item, KeyPolicy policy, params string[] options) => key with
    {
        Items = key.Items.SetItem(item - 1, key.Items[item - 1] with { Policy = policy, Options = [.. options] }),
    };

    /// <summary>The key with the weights of its items.</summary>
    public static PackageKey Weighing(this PackageKey key, params decimal[] weights) =>
        key with { Items = [.. key.Items.Zip(weights, (i, w) => i with { Weight = w })] };

    /// <summary>
    /// Answers separated by spaces: <c>A</c> a sure mark, <c>-</c> none, <c>A|B</c> a double, <c>?A</c> and
    /// <c>?A|B</c> doubtful, <c>?</c> doubtful between all.
    /// </summary>
    public static ImmutableArray<Answer> Answers(string text) => [.. text.Split(' ').Select(Answer)];

    /// <summary>The same answer so many times.</summary>
    public static string Times(this string answer, int count) => string.Join(' ', Enumerable.Repeat(answer, count));

    private static Answer Answer(string text) => text switch
    {
        "-" => new(ReadStatus.Blank, ""),
        ['?', .. var may] => new(ReadStatus.Doubtful, may),
        _ when text.Contains('|', StringComparison.Ordinal) => new(ReadStatus.Multiple, text),
        _ => new(ReadStatus.Ok, text),
    };
}
