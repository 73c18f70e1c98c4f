using System.Collections.Immutable;
using System.Globalization;
using Omr.Service.Scoring;

namespace Omr.Service.ItemAnalysis;

/// <summary>
/// An item whose key may be wrong (DOMAIN.md section 4): hardly anybody was credited, or the good ones less than the weak
/// ones, or the top 27 % prefer another option. It is a reason to look at the item, never a proof.
/// </summary>
/// <param name="Figures">The item's figures.</param>
/// <param name="Why">All reasons; they name the key.</param>
/// <param name="Veiled">The same for those who may not know the key.</param>
internal sealed record SuspectItem(ItemFigures Figures, Wording Why, Wording Veiled)
{
    private const double TooHard = 0.10;

    private static readonly Wording PreferAnother = new(
        "27 % teratas lebih banyak memilih pilihan lain daripada kuncinya.", "The top 27 % chose another option more than the key.");

    /// <summary>The suspect ones of those items. A bonus item credits everybody, so its key is beyond suspicion.</summary>
    public static ImmutableArray<SuspectItem> Among(ImmutableArray<ItemFigures> items) =>
    [
        .. from item in items
           where item.Participants > 0 && item.Item.Policy is not (KeyPolicy.Bonus or KeyPolicy.Annulled)
           let reasons = Reasons(item).ToList()
           where reasons.Count > 0
           select new SuspectItem(item, All(reasons.Select(r => r.Why)), All(reasons.Select(r => r.Veiled).Distinct())),
    ];

    private static Wording All(IEnumerable<Wording> reasons) => reasons.Aggregate(Wording.None, (all, reason) => all + reason);

    private static IEnumerable<(Wording Why, Wording Veiled)> Reasons(ItemFigures item)
    {
        if (item.Difficulty < TooHard)
        {
            yield return Both(new(
                $"Hanya {Percent(item.Difficulty)} peserta benar (p < 0.10).",
                $"Only {Percent(item.Difficulty)} of the participants are right (p < 0.10)."));
        }

        if (item.Discrimination is < 0 and { } discrimination)
        {
            var r = discrimination.ToString("0.00", CultureInfo.InvariantCulture);
            yield return Both(new(
                $"Daya beda negatif ({r}): yang nilainya tinggi justru lebih sering salah.",
                $"Negative discrimination ({r}): those with high scores are wrong more often."));
        }

        var key = string.Join('/', item.Item.Options);
        var keyed = item.Options.Where(o => o.IsKey).Sum(o => o.Upper);
        foreach (var other in item.Options.Where(o => !o.IsKey && o.Upper > keyed))
        {
            yield return (new(
                $"27 % teratas lebih banyak memilih {other.Option} ({Percent(other.Upper)}) daripada kunci {key} ({Percent(keyed)}).",
                $"The top 27 % chose {other.Option} ({Percent(other.Upper)}) more than the key {key} ({Percent(keyed)})."), PreferAnother);
        }
    }

    private static (Wording, Wording) Both(Wording why) => (why, why);

    private static string Percent(double? share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0} %");
}
