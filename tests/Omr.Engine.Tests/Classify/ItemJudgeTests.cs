using Omr.Engine.Classify;
using Omr.Engine.Sample;

namespace Omr.Engine.Tests.Classify;

/// <summary>Ink of five options, judged with a blank threshold of 0.1 and a mark threshold of 0.25, on a sheet whose
/// usual mark has 0.55.</summary>
public class ItemJudgeTests
{
    private static readonly MarkThresholds Thresholds = new(0.1f, 0.25f, 0.55f, 0.07f);
    private static readonly MarkThresholds Light = new(0.04f, 0.09f, 0.17f, 0.025f);

    [Theory]
    [InlineData(new[] { 0.02f, 0.6f, 0.01f, 0f, -0.02f }, ReadStatus.Ok, DoubtReason.None)]
    [InlineData(new[] { 0.02f, 0.01f, 0.03f, 0f, -0.02f }, ReadStatus.Blank, DoubtReason.None)]
    [InlineData(new[] { 0.6f, 0.01f, 0.55f, 0f, 0f }, ReadStatus.Multiple, DoubtReason.None)]
    [InlineData(new[] { 0.6f, 0.6f, 0.6f, 0.6f, 0.6f }, ReadStatus.Multiple, DoubtReason.None)]
    [InlineData(new[] { 0.6f, 0.15f, 0f, 0f, 0f }, ReadStatus.Ok, DoubtReason.None)]
    [InlineData(new[] { 0.9f, 0.2f, 0f, 0f, 0f }, ReadStatus.Doubtful, DoubtReason.SecondMark)]
    [InlineData(new[] { 0.4f, 0.18f, 0f, 0f, 0f }, ReadStatus.Doubtful, DoubtReason.SecondMark)]
    [InlineData(new[] { 0.7f, 0.3f, 0f, 0f, 0f }, ReadStatus.Doubtful, DoubtReason.SecondMark)]
    [InlineData(new[] { 0.6f, 0.5f, 0.24f, 0f, 0f }, ReadStatus.Doubtful, DoubtReason.SecondMark)]
    [InlineData(new[] { 0.6f, 0.5f, 0.55f, 0.12f, 0f }, ReadStatus.Doubtful, DoubtReason.SecondMark)]
    [InlineData(new[] { 0f, 0.09f, 0.01f, 0f, 0f }, ReadStatus.Doubtful, DoubtReason.Faint)]
    [InlineData(new[] { 0f, 0.09f, 0.06f, 0f, 0f }, ReadStatus.Blank, DoubtReason.None)]
    [InlineData(new[] { 0f, 0.17f, 0f, 0f, 0f }, ReadStatus.Doubtful, DoubtReason.Faint)]
    [InlineData(new[] { 0.12f, 0.17f, 0f, 0f, 0f }, ReadStatus.Doubtful, DoubtReason.Faint)]
    public void Bubbles_of_an_item_are_judged_against_each_other(float[] ink, ReadStatus status, DoubtReason doubt)
    {
        var verdict = Judge(ink);
        Assert.Equal((status, doubt), (verdict.Status, verdict.Doubt));
    }

    [Fact]
    public void A_doubtful_item_offers_every_bubble_that_may_be_meant()
    {
        var verdict = Judge([0.12f, 0.17f, 0f, 0f, 0f]);
        Assert.True(verdict.Floor is > 0f and <= 0.12f);
    }

    [Fact]
    public void Several_marks_are_right_where_the_field_allows_them()
    {
        Assert.Equal(ReadStatus.Ok, Judge([0.6f, 0.5f, 0f, 0f, 0f], several: true).Status);
        Assert.Equal(ReadStatus.Blank, Judge([0f, 0f, 0f, 0f, 0f], several: true).Status);
        Assert.Equal(ReadStatus.Doubtful, Judge([0.6f, 0.2f, 0f, 0f, 0f], several: true).Status);
    }

    [Fact]
    public void A_bubble_whose_outline_is_gone_can_not_be_called_blank()
    {
        var verdict = Judge([0f, 0.6f, 0f, 0f, 0f], hidden: 3);
        Assert.Equal((ReadStatus.Doubtful, DoubtReason.Hidden), (verdict.Status, verdict.Doubt));
    }

    [Fact]
    public void A_bubble_mostly_under_a_streak_leaves_its_item_to_a_person()
    {
        var verdict = Judge([0f, 0.6f, 0f, 0f, 0f], streaked: 0);
        Assert.Equal((ReadStatus.Doubtful, DoubtReason.Streak), (verdict.Status, verdict.Doubt));
    }

    [Fact]
    public void A_weak_mark_that_goes_on_beyond_the_bubble_may_be_a_fold_or_a_stain()
    {
        Assert.Equal(DoubtReason.Stain, Judge([0f, 0.3f, 0f, 0f, 0f], overlaid: 1).Doubt);
        Assert.Equal(DoubtReason.Stain, Judge([0.6f, 0.3f, 0f, 0f, 0f], overlaid: 1).Doubt);
        Assert.Equal(ReadStatus.Ok, Judge([0f, 0.6f, 0f, 0f, 0f], overlaid: 1).Status);
        Assert.Equal(DoubtReason.Stain, Judge([0.6f, 0.6f, 0f, 0f, 0f], overlaid: 1).Doubt);
        Assert.Equal(ReadStatus.Blank, Judge([0f, 0.05f, 0f, 0f, 0f], overlaid: 1, uneven: 0.15f).Status);
    }

    [Fact]
    public void A_weak_mark_is_sure_when_a_stroke_across_its_bubble_ends_nearby()
    {
        var stroke = new PencilShape(true, Stroke: 1.1f, Extent: 3, Covered: 0.4f, Weak: 1, Beside: 0.4f, Reach: 1.5f, Stray: 0, FreeSides: 14);
        Assert.Equal(ReadStatus.Ok, Judge([0f, 0.17f, 0f, 0f, 0f], shape: stroke).Status);
        Assert.Equal(ReadStatus.Doubtful, Judge([0f, 0.17f, 0f, 0f, 0f], shape: stroke with { Reach = 3 }).Status);
        Assert.Equal(ReadStatus.Doubtful, Judge([0f, 0.17f, 0f, 0f, 0f], shape: stroke with { Stray = 1 }).Status);
        Assert.Equal(ReadStatus.Doubtful, Judge([0f, 0.17f, 0f, 0f, 0f], shape: stroke with { Stroke = 0.5f }).Status);
        Assert.Equal(ReadStatus.Doubtful, Judge([0f, 0.17f, 0f, 0f, 0f], shape: stroke with { Stroke = 0.35f, Weak = 0.4f }).Status);
        Assert.Equal(ReadStatus.Doubtful, Judge([0f, 0.17f, 0.12f, 0f, 0f], shape: stroke).Status);
    }

    [Fact]
    public void Where_a_roller_slipped_through_a_row_weak_ink_is_print_beside_its_place()
    {
        var stroke = new PencilShape(true, Stroke: 0.6f, Extent: 3, Covered: 0.14f, Weak: 0.35f, Beside: 0, Reach: 0, Stray: 0, FreeSides: 16);
        Assert.Equal(ReadStatus.Ok, Judge([0f, 0.12f, 0f, 0f, 0f], shape: stroke).Status);
        Assert.Equal(DoubtReason.Hidden, Judge([0f, 0.12f, 0f, 0f, 0f], shape: stroke, hidden: 1, place: 0.6f).Doubt);
        Assert.Equal(ReadStatus.Ok, Judge([0f, 0.6f, 0f, 0f, 0f], hidden: 1, place: 0.6f).Status);
        Assert.Equal(ReadStatus.Blank, Judge([0f, 0.02f, 0f, 0f, 0f], hidden: 1, place: 0.6f).Status);

        // With a light hand as little ink is a mark by itself.
        Assert.Equal(ReadStatus.Ok, Judge([0f, 0.12f, 0f, 0f, 0f], light: true).Status);
        Assert.Equal(DoubtReason.Hidden, Judge([0f, 0.12f, 0f, 0f, 0f], light: true, hidden: 1, place: 0.6f).Doubt);
    }

    [Fact]
    public void A_dark_bubble_that_is_crossed_but_not_filled_is_left_to_a_person()
    {
        var line = new PencilShape(true, Stroke: 2, Extent: 3, Covered: 0.7f, Weak: 2, Beside: 1, Reach: 4, Stray: 0, FreeSides: 7);
        Assert.Equal(DoubtReason.Stain, Judge([0f, 0.6f, 0f, 0f, 0f], overlaid: 1, shape: line).Doubt);
        Assert.Equal(ReadStatus.Ok, Judge([0f, 0.6f, 0f, 0f, 0f], overlaid: 1, shape: line with { Covered = 0.98f }).Status);
    }

    [Fact]
    public void The_rim_of_a_stain_that_fills_a_bubble_is_no_mark_while_a_full_one_in_the_stain_is()
    {
        var rim = new PencilShape(true, Stroke: 0.2f, Extent: 3.2f, Covered: 0.98f, Weak: 1.5f, Beside: 2.4f, Reach: 4.2f, Stray: 0, FreeSides: 1);
        Assert.Equal(DoubtReason.Stain, Judge([0f, 0.4f, 0f, 0f, 0f], stained: 1, shape: rim).Doubt);
        Assert.Equal(ReadStatus.Ok, Judge([0f, 0.4f, 0f, 0f, 0f], stained: 1, shape: rim with { Reach = 1 }).Status);
        Assert.Equal(ReadStatus.Ok, Judge([0f, 0.45f, 0f, 0f, 0f], stained: 1, shape: rim).Status);
        Assert.Equal(DoubtReason.Stain, Judge([0f, 0.4f, 0f, 0f, 0f], overlaid: 1, shape: rim).Doubt);
        Assert.Equal(ReadStatus.Ok, Judge([0f, 0.45f, 0f, 0f, 0f], overlaid: 1, shape: rim).Status);
    }

    [Fact]
    public void A_line_that_leaves_a_bubble_on_two_sides_and_goes_far_is_no_tick()
    {
        var line = new PencilShape(true, Stroke: 1.2f, Extent: 3, Covered: 0.37f, Weak: 1.3f, Beside: 0.9f, Reach: 2.1f, Stray: 0, FreeSides: 7);
        Assert.Equal(ReadStatus.Doubtful, Judge([0f, 0.17f, 0f, 0f, 0f], overlaid: 1, uneven: 0.12f, shape: line).Status);
        Assert.Equal(DoubtReason.Stain, Judge([0f, 0.4f, 0f, 0f, 0f], overlaid: 1, uneven: 0.12f, shape: line).Doubt);

        // A tick leaves on one side, a stroke through the bubble ends soon.
        Assert.Equal(ReadStatus.Ok, Judge([0f, 0.17f, 0f, 0f, 0f], overlaid: 1, uneven: 0.12f, shape: line with { FreeSides = 13 }).Status);
        Assert.Equal(ReadStatus.Ok, Judge([0f, 0.17f, 0f, 0f, 0f], overlaid: 1, uneven: 0.12f, shape: line with { Reach = 1.2f }).Status);
    }

    [Fact]
    public void What_an_eraser_left_is_pale_and_no_stroke()
    {
        var erased = new PencilShape(true, Stroke: 0.63f, Extent: 2.1f, Covered: 0.6f, Weak: 2, Beside: 0, Reach: 0, Stray: 0, FreeSides: 16);
        Assert.Equal(DoubtReason.Faint, Judge([0f, 0.17f, 0f, 0f, 0f], shape: erased).Doubt);
    }

    [Fact]
    public void The_arms_of_a_cross_leave_its_bubble_on_all_sides_and_a_written_line_comes_from_one()
    {
        var cross = new PencilShape(true, Stroke: 1, Extent: 3, Covered: 0.4f, Weak: 1, Beside: 0.8f, Reach: 1.2f, Stray: 0, FreeSides: 3);
        Assert.Equal(ReadStatus.Ok, Judge([0f, 0.17f, 0f, 0f, 0f], overlaid: 1, shape: cross).Status);
        Assert.Equal(ReadStatus.Ok, Judge([0f, 0.4f, 0f, 0f, 0f], overlaid: 1, shape: cross).Status);
        var line = cross with { FreeSides = 11 };
        Assert.Equal(ReadStatus.Doubtful, Judge([0f, 0.17f, 0f, 0f, 0f], overlaid: 1, uneven: 0.2f, shape: line).Status);
        Assert.Equal(DoubtReason.Stain, Judge([0f, 0.4f, 0f, 0f, 0f], overlaid: 1, uneven: 0.2f, shape: line).Doubt);
    }

    [Fact]
    public void A_full_mark_partly_outside_its_bubble_is_no_stain()
    {
        var shifted = new PencilShape(true, Stroke: 1.6f, Extent: 3.1f, Covered: 0.6f, Weak: 1.2f, Beside: 1.3f, Reach: 0.7f, Stray: 0.2f, FreeSides: 10);
        Assert.Equal(ReadStatus.Ok, Judge([0f, 0.5f, 0f, 0f, 0f], overlaid: 1, shape: shifted).Status);
        Assert.Equal(DoubtReason.Stain, Judge([0f, 0.5f, 0f, 0f, 0f], overlaid: 1, shape: shifted with { Reach = 1.4f }).Doubt);
    }

    [Fact]
    public void Beside_two_marks_a_bubble_that_is_not_plainly_blank_is_looked_at()
    {
        Assert.Equal(ReadStatus.Doubtful, Judge([0.6f, 0.55f, 0.09f, 0f, 0f]).Status);
        Assert.Equal(ReadStatus.Multiple, Judge([0.6f, 0.55f, 0.04f, 0f, 0f]).Status);
    }

    [Fact]
    public void Beside_three_marks_every_bubble_is_looked_at_for_its_letter_may_have_been_filled_everywhere()
    {
        // One shape serves all bubbles here: it fills those with ink, and has no pencil that could hide in the others.
        var seen = new PencilShape(true, Stroke: 0, Extent: 0, Covered: 0.7f, Weak: 0, Beside: 0, Reach: 0, Stray: 0, FreeSides: 16);
        Assert.Equal(ReadStatus.Multiple, Judge([0.6f, 0.55f, 0.6f, 0f, 0f], shape: seen).Status);
        Assert.Equal(DoubtReason.SecondMark, Judge([0.6f, 0.55f, 0.6f, 0.005f, 0f]).Doubt);
        Assert.Equal(ReadStatus.Multiple, Judge([0.6f, 0.6f, 0.6f, 0.6f, 0.6f]).Status);
    }

    [Fact]
    public void Much_pencil_beside_a_bubble_of_a_blank_item_may_be_a_mark_that_missed()
    {
        Assert.Equal(DoubtReason.Outside, Judge([0f, 0.05f, 0f, 0f, 0f], overlaid: 1).Doubt);
        Assert.Equal(ReadStatus.Ok, Judge([0.6f, 0.05f, 0f, 0f, 0f], overlaid: 1).Status);
    }

    private static ItemVerdict Judge(float[] ink, bool several = false, int hidden = -1, int streaked = -1, int overlaid = -1, float uneven = 0.3f,
        PencilShape shape = default, float place = 0.05f, bool light = false, int stained = -1)
    {
        var bubbles = ink.Select((v, i) =>
            new BubbleSample(v, i == hidden ? place : 1, i == stained ? 0.1f : 0, i == overlaid ? uneven : 0, i == streaked ? 0.7f : 0)).ToArray();
        return ItemJudge.Judge(new(new(null!, bubbles), [.. ink], light ? Light : Thresholds, false, _ => shape, (_, _) => true), 0, ink.Length, several);
    }
}
