using Omr.Engine.Template;

namespace Omr.Engine.Tests.Template;

public class TurnRulesTests
{
    [Fact]
    public void A_form_that_is_the_same_upside_down_is_refused()
    {
        TemplateFile.Parse(TemplateFile.Write(Form(marks: 6, left: 50)), out var fault);
        Assert.Equal("$.marks", fault?.Path);
        Assert.Contains("upside down", fault?.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8, 50)]
    [InlineData(6, 47)]
    public void One_mark_that_differs_or_bubbles_at_one_side_tell_which_way_up_it_lies(double firstMark, double left) =>
        Assert.NotNull(TemplateFile.Parse(TemplateFile.Write(Form(firstMark, left)), out _));

    // Four squares in the corners of a sheet of 100 x 100 and one bubble row of two, in the middle when left is 50 less half a pitch.
    private static FormTemplate Form(double marks, double left) =>
        new(
            "contoh", 1, "Contoh", new(100, 100), InkChannel.Grey,
            [
                new("a", MarkShape.Square, new(5, 5, marks, marks)),
                new("b", MarkShape.Square, new(89, 5, 6, 6)),
                new("c", MarkShape.Square, new(89, 89, 6, 6)),
                new("d", MarkShape.Square, new(5, 89, 6, 6)),
            ],
            null,
            [],
            [
                new(
                    "jawaban", FieldKind.Choice, ["A", "B"], new(BubbleShape.Ellipse, 3.4, 3.4), BubbleDirection.Right, 5, 6,
                    [new(1, 1, new(left - 3, 50))]),
            ]);
}
