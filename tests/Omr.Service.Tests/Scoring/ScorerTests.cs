using Omr.Service.Scoring;

namespace Omr.Service.Tests.Scoring;

/// <summary>Every expected number here was worked out by hand; the arithmetic stands beside it.</summary>
public class ScorerTests
{
    private static readonly ScoreWeights National = ScoreWeights.National;

    private static Score Score(PackageKey key, string answers) => Scorer.Score(key, Keys.Answers(answers), National);

    [Fact]
    public void The_national_means_of_2015_give_the_published_score()
    {
        // P = 100*48.94/100, F = 100*54.77/100; N = 0.3*48.94 + 0.7*54.77 = 14.682 + 38.339 = 53.021
        var key = Keys.AllA(2, 2).Weighing(48.94m, 51.06m, 54.77m, 45.23m);
        var score = Score(key, "A B A B");
        Assert.Equal((48.94m, 54.77m, 53.02m), (score.Pedagogy, score.Professional, score.Value));
    }

    [Theory]
    [InlineData(1, "0.63")] // 0.3*100*1/48 = 0.625
    [InlineData(3, "1.88")] // 1.875
    [InlineData(5, "3.13")] // 3.125
    [InlineData(7, "4.38")] // 4.375
    public void A_score_that_ends_in_a_five_is_rounded_up(int right, string expected)
    {
        var score = Score(Keys.AllA(48, 1), "A".Times(right) + " " + "B".Times(49 - right));
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), score.Value);
    }

    [Fact]
    public void Rounding_happens_once_at_the_end()
    {
        // P = 600/7, F = 400/9: N = 25.7142857 + 31.1111111 = 56.8253968; from 85.71 and 44.44 it would be 56.821.
        // P = 0, F = 200/9: N = 15.5555556; from 22.22 it would be 15.554.
        Assert.Equal(56.83m, Score(Keys.AllA(7, 9), "A A A A A A B A A A A B B B B B").Value);
        Assert.Equal(15.56m, Score(Keys.AllA(1, 9), "B A A B B B B B B B").Value);
    }

    [Fact]
    public void With_thirty_and_seventy_items_the_score_is_the_number_of_right_answers()
    {
        var score = Score(Keys.AllA(30, 70), "A".Times(20) + " " + "B".Times(10) + " " + "A".Times(47) + " " + "-".Times(23));
        Assert.Equal(new Score(67, 10, 23, 0, 66.67m, 67.14m, 67.00m), score);
    }

    [Fact]
    public void Wrong_blank_and_double_answers_are_worth_nothing_and_cost_nothing()
    {
        // P = 100*1/2, F = 100*1/4; N = 15 + 17.5
        var score = Score(Keys.AllA(2, 4), "A B A - A|B C|D");
        Assert.Equal(new Score(2, 1, 1, 2, 50m, 25m, 32.50m), score);
    }

    [Fact]
    public void A_double_answer_is_wrong_even_where_both_options_are_right()
    {
        var key = Keys.AllA(1, 2).With(3, KeyPolicy.SeveralKeys, "A", "B");
        Assert.Equal(new Score(2, 0, 0, 1, 100m, 50m, 65.00m), Score(key, "A A A|B"));
    }

    [Theory]
    [InlineData("A", 1)]
    [InlineData("C", 1)]
    [InlineData("B", 0)]
    public void Any_of_several_keys_is_right(string answer, int right)
    {
        var key = Keys.AllA(1, 1).With(2, KeyPolicy.SeveralKeys, "A", "C");
        Assert.Equal(1 + right, Score(key, $"A {answer}").Right);
    }

    [Theory]
    [InlineData("A")]
    [InlineData("B")]
    [InlineData("-")]
    [InlineData("A|B")]
    [InlineData("?")]
    public void Everybody_gets_a_bonus_item(string answer)
    {
        var key = Keys.AllA(1, 2).With(3, KeyPolicy.Bonus);
        // F = 100*1/2 from the bonus alone; N = 0.7*50
        Assert.Equal(35.00m, Score(key, $"B B {answer}").Value);
    }

    [Theory]
    [InlineData("A")]
    [InlineData("B")]
    [InlineData("-")]
    public void An_annulled_item_is_as_if_it_had_never_been_asked(string answer)
    {
        var key = Keys.AllA(1, 3).With(4, KeyPolicy.Annulled);
        // F = 100*1/2
        Assert.Equal(new Score(2, 1, 0, 0, 100m, 50m, 65.00m), Score(key, $"A A B {answer}"));
    }

    [Theory]
    [InlineData("A B", 2)] // the first keys: both
    [InlineData("B A", 2)] // the second keys: both
    [InlineData("A A", 1)] // one by either; never one from each scoring
    [InlineData("B B", 1)]
    [InlineData("C C", 0)]
    public void Best_of_scores_the_sheet_twice_and_takes_the_better(string answers, int right)
    {
        var key = Keys.AllA(1, 2).With(2, KeyPolicy.BestOf, "A", "B").With(3, KeyPolicy.BestOf, "B", "A");
        Assert.Equal(1 + right, Score(key, "A " + answers).Right);
    }

    [Fact]
    public void A_heavier_item_counts_by_its_weight_but_is_one_right_answer()
    {
        // P = 100*3/4; F = 100*0/1; N = 22.5
        var score = Score(Keys.AllA(2, 1).Weighing(3, 1, 1), "A B B");
        Assert.Equal(new Score(1, 2, 0, 0, 75m, 0m, 22.50m), score);
    }

    [Fact]
    public void Other_weights_of_the_competences_are_taken_as_given()
    {
        var score = Scorer.Score(Keys.AllA(1, 2), Keys.Answers("A A B"), new(0.5m, 0.5m));
        Assert.Equal(75.00m, score.Value);
    }

    [Fact]
    public void Doubtful_answers_leave_a_lowest_and_a_highest_score()
    {
        // Sure: P 1 of 2, F 1 of 5. Open: item 2 (may be A), item 5 (A or B), item 6 (anything); item 4 can't be A.
        var answers = Keys.Answers("A ?A A ?B ?A|B ? -");
        var range = Scorer.Range(Keys.AllA(2, 5), answers, National);
        // lowest 0.3*50 + 0.7*20 = 29; highest 0.3*100 + 0.7*60 = 72
        Assert.Equal(new ScoreRange(29.00m, 72.00m), range);
        Assert.Equal([2, 4, 5, 6], Scorer.Doubtful(Keys.AllA(2, 5), answers));
    }

    [Fact]
    public void A_doubtful_answer_to_a_bonus_or_annulled_item_waits_for_nobody()
    {
        var key = Keys.AllA(2, 2).With(1, KeyPolicy.Bonus).With(3, KeyPolicy.Annulled);
        Assert.Empty(Scorer.Doubtful(key, Keys.Answers("? A ? A")));
    }

    [Fact]
    public void An_item_that_the_sheet_does_not_have_is_doubtful_not_wrong()
    {
        Assert.Equal([3], Scorer.Doubtful(Keys.AllA(1, 2), Keys.Answers("A A")));
    }
}
