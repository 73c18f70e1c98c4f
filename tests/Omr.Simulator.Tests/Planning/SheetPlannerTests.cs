using Omr.Engine.Template;
using Omr.Simulator.Planning;
using Omr.Simulator.Profiles;

namespace Omr.Simulator.Tests.Planning;

public sealed class SheetPlannerTests
{
    private static readonly SheetPlanner Planner = new(Still.Form, Still.Profile, 7);

    [Fact]
    public void A_participant_writes_number_birth_date_name_subject_and_package_and_leaves_the_panel()
    {
        var person = Still.Person(3) with { Name = "M. Nur'aini" };

        var plan = Planner.Personal(0, person);

        Assert.Equal("15050121800003", Written(plan, "nomor_peserta"));
        Assert.Equal("080379", Written(plan, "tgl_lahir"));
        Assert.Equal("M__NUR_AINI_________", Written(plan, "nama"));
        Assert.Equal("180", Written(plan, "kd_mapel"));
        Assert.Equal("02", Written(plan, "paket"));
        Assert.Equal("_", Written(plan, "panel"));
        Assert.DoesNotContain('_', Written(plan, "jawaban"));
        Assert.Equal("15050121800003", plan.Identity);
        Assert.Equal("15050121800003", plan.Sheet.Person!.Number);
    }

    [Fact]
    public void Given_answers_are_written_as_given()
    {
        var answers = Enumerable.Range(0, 100).Select(i => i % 6 == 5 ? "" : "ABCDE"[i % 6].ToString()).ToList();

        var plan = Planner.Personal(0, Still.Person(1), answers);

        Assert.Equal(string.Concat(answers.Select(a => a.Length == 0 ? "_" : a)), Written(plan, "jawaban"));
    }

    [Fact]
    public void A_spare_tells_its_writers_number_only_by_the_bubbles()
    {
        var plan = Planner.Spare(4, Still.Person(9));

        Assert.True(plan.Sheet.IsSpare);
        Assert.Null(plan.Sheet.Person);
        Assert.Equal("15050121800009", plan.Identity);
        Assert.Equal("15050121800009", Written(plan, "nomor_peserta"));
    }

    [Fact]
    public void An_empty_sheet_still_tells_the_number_that_is_printed_on_it()
    {
        var personal = Planner.Personal(0, Still.Person(1)).Sheet;

        var plan = Planner.Empty(personal);

        Assert.Equal("15050121800001", plan.Identity);
        Assert.All(plan.Items, item => Assert.Equal((MarkKind.Blank, ""), (item.Kind, item.Value)));
        Assert.Equal(146, plan.Items.Length); // 14 + 6 + 20 + 3 + 2 + 1 + 100
    }

    [Fact]
    public void Answers_are_marked_in_each_way_as_often_as_the_profile_says()
    {
        var planner = new SheetPlanner(Still.Form, SimulationProfile.Normal, 11);
        var answers = Enumerable.Range(0, 300)
            .SelectMany(i => planner.Personal(i, Still.Person(1)).Items)
            .Where(i => i.Field == "jawaban")
            .ToList();

        Assert.Equal(30_000, answers.Count);
        var rates = answers.CountBy(i => i.Kind).ToDictionary();
        // Four deviations of a count of 30,000 either way.
        Assert.InRange(rates[MarkKind.Blank], 230, 370);
        Assert.InRange(rates[MarkKind.Double], 100, 200);
        Assert.InRange(rates[MarkKind.Corrected], 640, 860);
        var odd = rates[MarkKind.Faint] + rates[MarkKind.Partial] + rates[MarkKind.Cross] + rates[MarkKind.Tick];
        Assert.InRange(odd, 230, 370);
        Assert.InRange(answers.Count(i => i.Value == "C"), 5300, 6300);
    }

    [Fact]
    public void A_number_is_never_left_unreadable_by_its_writer()
    {
        var planner = new SheetPlanner(Still.Form, SimulationProfile.Hard, 11);

        var numbers = Enumerable.Range(0, 100).Select(i =>
            Written(planner.Personal(i, Still.Person(i + 1)), "nomor_peserta"));

        Assert.Equal(Enumerable.Range(0, 100).Select(i => Still.Person(i + 1).Number), numbers);
    }

    [Fact]
    public void A_form_that_is_no_ljk_gets_values_in_every_field()
    {
        var bubble = new Bubble(BubbleShape.Rectangle, 5, 3);
        var form = new FormTemplate(
            "kuis", 1, "Kuis", new(148, 210), InkChannel.Grey, [], null, [],
            [
                new(
                    "npm", FieldKind.Digit, ["0", "1", "2"], bubble, BubbleDirection.Down, 7, 5,
                    [new(1, 4, new(20, 30))]),
                new(
                    "soal", FieldKind.Choice, ["X", "Y"], bubble, BubbleDirection.Right, 6, 8,
                    [new(1, 9, new(20, 90))]),
                new("hadir", FieldKind.Flag, ["YA"], bubble, BubbleDirection.Right, 6, 8, [new(1, 1, new(20, 190))]),
            ]);

        var plan = new SheetPlanner(form, Still.Profile, 1).Random(0);

        Assert.Equal(14, plan.Items.Length);
        Assert.All(plan.Items, item => Assert.Contains(item.Value, form.Field(item.Field)!.Values));
        Assert.True(Written(plan, "soal").Distinct().Count() == 2, "nine answers are not all the same");
    }

    [Fact]
    public void One_item_can_be_planted()
    {
        var plan = Planner.Personal(0, Still.Person(1)).With(new("jawaban", 7, MarkKind.Double, ["B", "D"]));

        var item = plan.Items.Single(i => i is { Field: "jawaban", Item: 7 });
        Assert.Equal("B|D", item.Value);
        Assert.Throws<ArgumentException>(() => plan.With(ItemPlan.Blank("jawaban", 101)));
    }

    [Theory]
    [InlineData(MarkKind.Full, "B")]
    [InlineData(MarkKind.Faint, "B")]
    [InlineData(MarkKind.Line, "B")]
    [InlineData(MarkKind.Corrected, "B")]
    [InlineData(MarkKind.Dot, "")]
    [InlineData(MarkKind.Erased, "")]
    public void The_truth_is_what_a_careful_person_says(MarkKind kind, string value) =>
        Assert.Equal(value, new ItemPlan("jawaban", 1, kind, kind == MarkKind.Erased ? [] : ["B"], "C").Value);

    private static string Written(SheetPlan plan, string field) =>
        string.Concat(plan.Items
            .Where(i => i.Field == field)
            .OrderBy(i => i.Item)
            .Select(i => i.Value.Length == 0 ? "_" : i.Value));
}
