using Omr.Engine.Template;
using Omr.Forms.Ljk;
using Omr.Forms.Tests.Measuring;

namespace Omr.Forms.Tests.Ljk;

public class LjkFormTests
{
    public static TheoryData<string> Ids => PrintedLjk.Ids;

    [Fact]
    public void The_default_is_the_form_of_100_items_and_there_are_eight_in_all()
    {
        Assert.Equal(
            [
                "ljk-ukg-100", "ljk-ukg-100-ad", "ljk-ukg-60", "ljk-ukg-60-ad",
                "ljk-ukg-80", "ljk-ukg-80-ad", "ljk-ukg-120", "ljk-ukg-120-ad",
            ],
            LjkForm.All.Select(t => t.Id));
    }

    [Theory]
    [InlineData("ljk-ukg-60", 60, 5)]
    [InlineData("ljk-ukg-80-ad", 80, 4)]
    [InlineData("ljk-ukg-100", 100, 5)]
    [InlineData("ljk-ukg-120-ad", 120, 4)]
    public void A_form_asks_for_the_identity_of_the_rules_and_its_number_of_items(string id, int items, int options)
    {
        var template = PrintedLjk.Template(id);
        (string, int, int)[] expected =
        [
            ("nomor_peserta", 14, 10), ("tgl_lahir", 6, 10), ("nama", 20, 26), ("kd_mapel", 3, 10), ("paket", 2, 10),
            ("panel", 1, 3), ("jawaban", items, options),
        ];
        Assert.Equal(expected, template.Fields.Select(f => (f.Name, f.Items, f.Values.Length)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_row_of_bubbles_has_a_timing_mark_beside_it(string id)
    {
        var template = PrintedLjk.Template(id);
        var rows = template.Bubbles().Select(b => Math.Round(b.Box.Centre.Y, 3)).Distinct().Order();
        Assert.Equal(template.Timing!.Rows, rows);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Bubbles_are_3_4_mm_and_stand_apart_on_the_paper(string id)
    {
        var template = PrintedLjk.Template(id);
        var boxes = template.Bubbles().Select(b => b.Box).ToList();
        Assert.All(boxes, b => Assert.Equal((3.4, 3.4), (Math.Round(b.Width, 6), Math.Round(b.Height, 6))));
        Assert.All(boxes, b => Assert.True(b.X > 15 && b.Right < 202 && b.Y > 30 && b.Bottom < 280));
        for (var i = 0; i < boxes.Count; i++)
        {
            for (var j = i + 1; j < boxes.Count; j++)
                Assert.False(boxes[i].Grown(0.39).Overlaps(boxes[j].Grown(0.39)));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void An_LJK_that_went_through_a_file_is_still_printed_as_an_LJK(string id)
    {
        var copy = TemplateFile.Parse(TemplateFile.Write(PrintedLjk.Template(id)), out _);
        Assert.True(LjkForm.Describes(copy!));
    }

    [Fact]
    public void A_changed_copy_of_an_LJK_is_no_LJK()
    {
        var form = LjkForm.All[0];
        Assert.True(LjkForm.Describes(form with { Title = "salinan" }));
        Assert.False(LjkForm.Describes(form with { Version = 2 }));
        Assert.False(LjkForm.Describes(form with { Fields = form.Fields.RemoveAt(0) }));
    }
}
