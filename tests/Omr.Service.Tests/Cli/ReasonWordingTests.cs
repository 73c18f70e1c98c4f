using Omr.Engine;

namespace Omr.Service.Tests.Cli;

public sealed class ReasonWordingTests
{
    [Fact]
    public void Every_reason_of_refusal_has_its_own_words_in_both_languages() =>
        AssertOwnWords(Enum.GetValues<RefusalReason>().Select(r => (Language.Indonesian.Say(r), Language.English.Say(r))));

    [Fact]
    public void Every_reason_of_doubt_has_its_own_words_in_both_languages() =>
        AssertOwnWords(Enum.GetValues<DoubtReason>()
            .Where(r => r != DoubtReason.None)
            .Select(r => (Language.Indonesian.Say(r), Language.English.Say(r))));

    [Fact]
    public void A_refusal_is_its_reason_followed_by_the_evidence() =>
        Assert.Equal(
            "picture too small (width_px=3 limit_px=400)",
            Language.English.Say(new Refusal(1, RefusalReason.TooSmall, "width_px=3 limit_px=400")));

    private static void AssertOwnWords(IEnumerable<(string Indonesian, string English)> words)
    {
        var all = words.SelectMany(w => new[] { w.Indonesian, w.English }).ToList();
        Assert.DoesNotContain("", all);
        Assert.Equal(all.Count, all.Distinct().Count());
    }
}
