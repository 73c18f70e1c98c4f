using System.Collections.Immutable;
using Omr.Engine;

namespace Omr.Service.Scoring;

/// <summary>
/// Scores the answers of a sheet (DOMAIN.md section 4): P = 100*Bp/Np, F = 100*Bf/Nf, N = wP*P + wF*F. An item
/// is worth its weight when right and 0 when wrong, blank or double; annulled items leave B and N, bonus items are
/// right. N is one exact fraction divided once and rounded half up once, so that no rounding inside can
/// move a score that ends in a 5.
/// <para>
/// BEST_OF: the sheet is scored twice, with the first key of all such items and with the second, and the better of
/// the two scores counts ("dua scoring dan diambil yang menguntungkan"). Were it decided item by item it would be
/// KUNCI_GANDA.
/// </para>
/// </summary>
public static class Scorer
{
    private const int Decimals = 2;

    /// <summary>The score; doubtful answers count as wrong here, so ask <see cref="Range"/> when there are any.</summary>
    /// <param name="key">The package's key.</param>
    /// <param name="answers">The answers from item 1; what is beyond the key isn't looked at.</param>
    /// <param name="weights">What P and F weigh.</param>
    public static Score Score(PackageKey key, ImmutableArray<Answer> answers, ScoreWeights weights) =>
        Better(key, answers, weights, doubtCounts: false);

    /// <summary>The lowest and highest score that the doubtful answers leave open.</summary>
    public static ScoreRange Range(PackageKey key, ImmutableArray<Answer> answers, ScoreWeights weights) => new(
        Better(key, answers, weights, doubtCounts: false).Value,
        Better(key, answers, weights, doubtCounts: true).Value);

    /// <summary>Item numbers whose answer is doubtful and matters: bonus and annulled items don't.</summary>
    public static ImmutableArray<int> Doubtful(PackageKey key, ImmutableArray<Answer> answers)
    {
        List<int>? doubtful = null;
        foreach (var item in key.Items)
        {
            if (item.Policy is not (KeyPolicy.Annulled or KeyPolicy.Bonus) && At(answers, item).Status == ReadStatus.Doubtful)
                (doubtful ??= []).Add(item.Number);
        }
        return doubtful is null ? [] : [.. doubtful];
    }

    /// <summary>Which of the two keys of BEST_OF items counts for this sheet: 0 the first, 1 the second.</summary>
    internal static int Scoring(PackageKey key, ImmutableArray<Answer> answers, ScoreWeights weights) =>
        key.Items.Any(i => i.Policy == KeyPolicy.BestOf)
        && Once(key, answers, weights, 1, doubtCounts: false).Value > Once(key, answers, weights, 0, doubtCounts: false).Value
            ? 1
            : 0;

    /// <summary>Whether that answer is credited.</summary>
    /// <param name="item">The item.</param>
    /// <param name="answer">The answer to it.</param>
    /// <param name="scoring">Which of two keys, of a BEST_OF item.</param>
    /// <param name="doubtCounts">Whether a doubtful answer that may be right is.</param>
    internal static bool IsRight(KeyItem item, Answer answer, int scoring, bool doubtCounts = false) => item.Policy switch
    {
        KeyPolicy.Bonus => true,
        _ when answer.Status == ReadStatus.Doubtful && !doubtCounts => false,
        KeyPolicy.BestOf => answer.MayBe(item.Options[scoring]),
        _ => MayBeAny(answer, item.Options),
    };

    /// <summary>The answer to that item; unseen where the sheet ends before it.</summary>
    internal static Answer At(ImmutableArray<Answer> answers, KeyItem item) =>
        item.Number <= answers.Length ? answers[item.Number - 1] : Answer.Unseen;

    private static Score Better(
        PackageKey key, ImmutableArray<Answer> answers, ScoreWeights weights, bool doubtCounts)
    {
        var first = Once(key, answers, weights, 0, doubtCounts);
        if (!key.Items.Any(i => i.Policy == KeyPolicy.BestOf))
            return first;
        var second = Once(key, answers, weights, 1, doubtCounts);
        return second.Value > first.Value ? second : first;
    }

    private static Score Once(
        PackageKey key, ImmutableArray<Answer> answers, ScoreWeights weights, int scoring, bool doubtCounts)
    {
        var (right, wrong, blank, multiple) = (0, 0, 0, 0);
        decimal pedagogy = 0, pedagogyAll = 0, professional = 0, professionalAll = 0;
        foreach (var item in key.Items)
        {
            if (item.Policy == KeyPolicy.Annulled)
                continue;
            var answer = At(answers, item);
            var credit = IsRight(item, answer, scoring, doubtCounts);
            if (credit)
                right++;
            else if (answer.Status == ReadStatus.Blank)
                blank++;
            else if (answer.Status == ReadStatus.Multiple)
                multiple++;
            else
                wrong++;
            if (item.Ranah == Ranah.Pedagogy)
                pedagogyAll += item.Weight;
            else
                professionalAll += item.Weight;
            if (credit && item.Ranah == Ranah.Pedagogy)
                pedagogy += item.Weight;
            else if (credit)
                professional += item.Weight;
        }
        // A ranah that weighs nothing may be without items; 1 then stands for its empty total.
        pedagogyAll = pedagogyAll == 0 ? 1 : pedagogyAll;
        professionalAll = professionalAll == 0 ? 1 : professionalAll;
        var value = 100
            * ((weights.Pedagogy * pedagogy * professionalAll) + (weights.Professional * professional * pedagogyAll))
            / (pedagogyAll * professionalAll);
        return new(
            right, wrong, blank, multiple,
            Round(100 * pedagogy / pedagogyAll), Round(100 * professional / professionalAll), Round(value));
    }

    // A loop, because it runs ten million times when a province is scored.
    private static bool MayBeAny(Answer answer, ImmutableArray<string> options)
    {
        foreach (var option in options)
        {
            if (answer.MayBe(option))
                return true;
        }
        return false;
    }

    private static decimal Round(decimal value) => decimal.Round(value, Decimals, MidpointRounding.AwayFromZero);
}
