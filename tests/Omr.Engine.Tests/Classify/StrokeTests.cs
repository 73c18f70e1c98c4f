namespace Omr.Engine.Tests.Classify;

/// <summary>
/// What is not filled as asked, drawn on a scanned sheet: marks of other shapes are read, what is no mark of the bubble is
/// not. Items 5, 10, 15 ... of the sheet are blank. Each case that was once misread says so.
/// </summary>
public class StrokeTests
{
    private const byte Pencil = 90;
    private const byte Pen = 30;

    [Fact]
    public async Task A_cross_in_one_bubble_is_read()
    {
        var page = await MarkedPage.Make();
        page.Line("jawaban", 15, "C", (-1.1, -1.1), (1.1, 1.1), 0.5, Pencil).Line("jawaban", 15, "C", (1.1, -1.1), (-1.1, 1.1), 0.5, Pencil);
        AssertIs(ReadStatus.Ok, "C", page.Read("jawaban", 15));
    }

    [Fact]
    public async Task A_tick_whose_tail_leaves_the_bubble_is_read()
    {
        var page = await MarkedPage.Make();
        page.Line("jawaban", 20, "B", (-0.9, 0), (-0.2, 1.2), 0.6, Pencil).Line("jawaban", 20, "B", (-0.2, 1.2), (1.9, -1.9), 0.6, Pencil);
        AssertIs(ReadStatus.Ok, "B", page.Read("jawaban", 20));
    }

    [Fact]
    public async Task A_bubble_half_filled_is_read()
    {
        var page = await MarkedPage.Make();
        page.Line("jawaban", 25, "D", (-0.9, -0.6), (-0.9, 0.6), 1.4, Pencil);
        AssertIs(ReadStatus.Ok, "D", page.Read("jawaban", 25));
    }

    [Fact]
    public async Task A_dot_is_not_taken_for_an_answer()
    {
        var page = await MarkedPage.Make();
        page.Line("jawaban", 30, "A", (0.5, 0.6), (0.6, 0.7), 0.6, Pencil);
        Assert.NotEqual(ReadStatus.Ok, page.Read("jawaban", 30).Status);
    }

    // Misread: hard class marks-nist, sheet 20: the tick ran along the outline, where the ink is not measured.
    [Fact]
    public async Task A_tick_drawn_around_the_letter_is_not_called_blank()
    {
        var page = await MarkedPage.Make();
        page.Line("jawaban", 35, "A", (-1.9, 0.3), (-0.3, 2.3), 0.4, Pencil).Line("jawaban", 35, "A", (-0.3, 2.3), (2.5, -1.2), 0.4, Pencil);
        Assert.NotEqual(ReadStatus.Blank, page.Read("jawaban", 35).Status);
    }

    // Misread: hard class writing, 15 items in 32 sheets: pen strokes over one bubble of a blank column of the name.
    [Theory]
    [InlineData(0.5)]
    [InlineData(0.8)]
    public async Task Writing_that_runs_through_a_bubble_is_no_letter_of_the_name(double width)
    {
        var page = await MarkedPage.Make();
        for (var i = -5; i <= 5; i++)
            page.Line("nama", 19, "K", (i * 1.1, i % 2 == 0 ? -1.9 : 1.9), ((i + 1) * 1.1, i % 2 == 0 ? 1.9 : -1.9), width, Pen);
        Assert.Equal(ReadStatus.Doubtful, page.Read("nama", 19).Status);
    }

    // Misread: hard class writing, sheet 20: a line through two neighbours and a true mark read as three marks.
    [Fact]
    public async Task A_line_through_two_bubbles_is_not_two_marks()
    {
        var page = await MarkedPage.Make();
        for (var i = -3; i <= 3; i++)
            page.Line("nama", 18, "K", (i * 0.45, -1.5), (i * 0.45, 5.7), 0.3, Pen);
        Assert.Equal(ReadStatus.Doubtful, page.Read("nama", 18).Status);
    }

    // Misread: hard class streak-dark, sheet 11: a field of one row, where streaks can't be told from gaps between rows.
    [Fact]
    public async Task A_streak_through_a_single_flag_does_not_raise_it()
    {
        var page = await MarkedPage.Make();
        page.Line("panel", 1, "RUSAK", (0.3, -140), (0.3, 140), 1, Pencil);
        Assert.NotEqual(ReadStatus.Ok, page.Read("panel", 1).Status);
    }

    [Fact]
    public async Task A_full_mark_with_a_line_through_it_is_still_read()
    {
        var page = await MarkedPage.Make();
        page.Line("jawaban", 40, "C", (-1, 0), (1, 0), 2.8, Pencil).Line("jawaban", 40, "C", (0, 0), (4, 12), 0.4, Pencil);
        AssertIs(ReadStatus.Ok, "C", page.Read("jawaban", 40));
    }

    [Fact]
    public async Task A_part_that_is_too_little_for_a_mark_is_named()
    {
        var page = await MarkedPage.Make();
        page.Line("jawaban", 45, "B", (-0.5, 0.7), (0.4, 0.7), 0.55, Pencil);
        var read = page.Read("jawaban", 45);
        Assert.Equal(ReadStatus.Doubtful, read.Status);
        Assert.Contains(read.Doubt, new[] { DoubtReason.Partial, DoubtReason.Faint });
    }

    private static void AssertIs(ReadStatus status, string value, ItemReading item) =>
        Assert.Equal((status, value), (item.Status, item.Value));
}
