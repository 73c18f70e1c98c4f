using System.Text.Json.Nodes;
using Omr.Engine.Template;
using Omr.Forms.Ljk;

namespace Omr.Engine.Tests.Template;

public sealed class TemplateFileTests
{
    public static TheoryData<string> LjkIds => [.. LjkForm.All.Select(t => t.Id)];

    [Theory]
    [MemberData(nameof(LjkIds))]
    public void Every_LJK_comes_back_from_its_own_file_unchanged(string id)
    {
        var template = LjkForm.All.Single(t => t.Id == id);

        var back = TemplateFile.Parse(TemplateFile.Write(template), out var fault);

        Assert.Null(fault);
        Assert.Equivalent(template, back, strict: true);
        Assert.Equal(template.Bubbles(), back!.Bubbles());
    }

    [Fact]
    public void The_documented_example_is_a_template_and_says_what_the_page_says()
    {
        var template = TemplateFile.Parse(Examples.Documented(), out var fault);

        Assert.Null(fault);
        Assert.Empty(template!.Codes);
        Assert.Null(template.Timing);
        Assert.Equal(InkChannel.Grey, template.Ink);
        Assert.Equal([MarkShape.Ring, MarkShape.Disc, MarkShape.Disc, MarkShape.Disc], template.Marks.Select(m => m.Shape));
        Assert.Equal(["kelas", "jawaban"], template.Fields.Select(f => f.Name));
        Assert.True(template.Fields[1].Bubble.Labelled);
        Assert.False(template.Fields[1].Several);
        // Question 9 is the fourth of the second column: 110 + 3 x 7 down; C is 80 + 2 x 6 to the right.
        var bubble = template.Bubbles().Single(b => b is { Field: "jawaban", Item: 9, Value: "C" });
        Assert.Equal(new PaperArea(90, 129.5, 4, 3), bubble.Box);
    }

    [Fact]
    public void Every_shape_and_option_comes_back_from_a_file()
    {
        var template = new FormTemplate(
            "lain", 12, "Formulir \"lain\"", new(215.9, 279.4), InkChannel.Red,
            [
                new("a", MarkShape.L, new(10, 10, 8, 8), 2, MarkTurn.BottomRight),
                new("b", MarkShape.Crosshair, new(190, 10, 8, 8), 0.5),
                new("c", MarkShape.Bar, new(10, 260, 20, 3)),
                new("d", MarkShape.Disc, new(190, 260, 4, 4)),
            ],
            new(205, 4, 2, [40, 45.5, 51]),
            [new(CodeSymbology.Code128, CodeRole.Form, new(80, 10, 60, 12))],
            [
                new("kotak", FieldKind.Flag, ["YA", "TIDAK TAHU"], new(BubbleShape.Rectangle, 5, 3, Labelled: false),
                    BubbleDirection.Down, 9, 8, [new(1, 3, new(40, 60)), new(4, 1, new(120.25, 60))], Several: true),
            ]);

        var back = TemplateFile.Parse(TemplateFile.Write(template), out var fault);

        Assert.Null(fault);
        Assert.Equivalent(template, back, strict: true);
    }

    [Fact]
    public void A_written_template_leaves_out_what_goes_without_saying_and_keeps_lines_readable()
    {
        var text = TemplateFile.Write(LjkForm.All[0]);

        Assert.DoesNotContain("\"several\": false", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"labelled\": true", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"ink\"", text, StringComparison.Ordinal);
        Assert.Contains("\"labelled\": false", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, 120));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(text)!["paper"], JsonNode.Parse("""{"width":210,"height":297}""")));
    }

    [Fact]
    public void The_real_form_of_other_people_is_described_in_full()
    {
        var template = TemplateFile.Parse(Repository.Read("fixtures/open-mcr-75q/template.json"), out var fault);

        Assert.Null(fault);
        // 20 columns of letters, 20 of digits, six form codes and 75 questions of five.
        Assert.Equal((20 * 26) + (20 * 10) + 6 + (75 * 5), template!.Bubbles().Count());
        Assert.Equal(75, template.Field("jawaban")!.Items);
    }
}
