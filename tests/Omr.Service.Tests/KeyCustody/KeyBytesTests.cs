using Omr.Service.KeyCustody;
using Omr.Service.Scoring;
using static Omr.Service.Tests.Scoring.Keys;

namespace Omr.Service.Tests.KeyCustody;

public class KeyBytesTests
{
    private static readonly PackageKey Key = AllA(1, 3)
        .With(2, KeyPolicy.SeveralKeys, "A", "C").With(3, KeyPolicy.BestOf, "B", "A").With(4, KeyPolicy.Bonus).Weighing(1, 1.50m, 2, 1);

    [Fact]
    public void A_key_comes_back_as_it_was()
    {
        var back = KeyBytes.Read("180", KeyBytes.Write([Key, AllA(1, 1, package: "02")]));
        Assert.Equal(["01", "02"], back.Select(p => p.Package));
        Assert.Equal(["A,C", "B,A", ""], back[0].Items[1..].Select(i => string.Join(',', i.Options)));
        Assert.Equal(
            Key.Items.Select(i => (i.Number, i.Ranah, i.Policy, i.Weight)), back[0].Items.Select(i => (i.Number, i.Ranah, i.Policy, i.Weight)));
    }

    [Fact]
    public void Keys_that_score_alike_have_the_same_bytes()
    {
        var other = Key.With(2, KeyPolicy.SeveralKeys, "C", "A").Weighing(1.0m, 1.5m, 2.00m, 1);
        var second = AllA(1, 1, package: "02");
        Assert.Equal(KeyBytes.Write([Key, second]), KeyBytes.Write([second, other]));
        Assert.Empty(KeyBytes.Differences([Key], [other]));
    }

    [Fact]
    public void Which_items_differ_is_told_by_package_and_number()
    {
        var other = Key.With(3, KeyPolicy.BestOf, "A", "B").With(1, KeyPolicy.Normal, "D");
        Assert.Equal(
            [new("01", 1), new("01", 3), new("02", 1), new("02", 2)],
            KeyBytes.Differences([Key], [other, AllA(1, 1, package: "02")]));
    }
}
