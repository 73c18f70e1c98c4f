using Omr.Service.Scoring;
using Omr.Service.Tests.Scoring;

namespace Omr.Service.Tests.Reconciliation;

/// <summary>What a sheet says of answers, subject and package (D11, D12, D14, D16, D22, D25), and the score it gets or waits for.</summary>
public class SheetFindingTests
{
    private static Pile Three => new Pile().Room(Pile.RoomA, 1001, 3);

    [Fact]
    public void A_present_participants_blank_sheet_is_zero_with_a_flag()
    {
        var pile = Three.Sheets("1001", "1002").Sheet("1003", "- - - - -", package: "__");
        pile.Keys[0] = pile.Keys[0].With(5, KeyPolicy.Bonus);
        var report = pile.Report;
        Assert.Equal(ScoreStatus.LK, report.Status("1003"));
        Assert.Equal(new Score(0, 0, 5, 0, 0m, 0m, 0m), report.Of("1003").Score);
        Assert.Equal(["D14"], report.Codes());
        Assert.True(report.IsOpen);
    }

    [Fact]
    public void Doubtful_answers_wait_with_the_scores_that_are_possible()
    {
        var report = Three.Sheets("1001", "1002").Sheet("1003", "A ?A A A A").Report;
        Assert.Equal((ScoreStatus.RV, null), (report.Status("1003"), report.Of("1003").Score));
        // lowest 0.3*50 + 70, highest 100
        Assert.Contains("1 jawaban ragu (butir 2); lihat citra dan tetapkan. Nilai terendah 85.00, tertinggi 100.00", report.Says("D16"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_doubtful_answer_that_can_change_nothing_says_so()
    {
        var report = Three.Sheets("1001", "1002").Sheet("1003", "A ?B A A A").Report;
        Assert.Equal(ScoreStatus.RV, report.Status("1003"));
        // B is wrong and so is a blank: 0.3*50 + 70
        Assert.Contains("Nilai 85.00 apa pun keputusannya", report.Says("D16"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sheet_that_is_mostly_doubtful_is_unreadable()
    {
        var report = Three.Sheets("1001", "1002").Sheet("1003", "A ? ? ? A").Report;
        Assert.Equal(ScoreStatus.TB, report.Status("1003"));
        Assert.Contains("Tak terbaca: 3 jawaban ragu", report.Says("D16"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("___", "kosong")]
    [InlineData("1?0", "tidak jelas (1?0)")]
    [InlineData("999", "999 tidak ada di kunci")]
    public void The_rosters_subject_counts_when_the_sheet_names_no_subject_with_a_key(string subject, string says)
    {
        var report = Three.Sheets("1001", "1002").Sheet("1003", subject: subject).Report;
        Assert.Equal(ScoreStatus.DN, report.Status("1003"));
        Assert.Contains($"Mapel pada LJK {says}; dipakai mapel daftar peserta 180", report.Says("D11"), StringComparison.Ordinal);
        Assert.False(report.IsOpen);
    }

    [Fact]
    public void A_sheet_that_names_another_subject_with_a_key_is_held_with_both_scores()
    {
        var pile = Three.Sheets("1001", "1002").Sheet("1003", "A A A B B", subject: "154");
        var other = Keys.AllA(2, 3, "154");
        pile.Keys.Add(other with { Items = [.. other.Items.Select(i => i with { Options = ["B"] })] });
        var report = pile.Report;
        Assert.Equal(ScoreStatus.DT, report.Status("1003"));
        // A A A B B by A A A A A: 30 + 70/3 = 53.33; by B B B B B: 70*2/3 = 46.67
        Assert.Contains("mapel 180 paket 01 = 53.33, mapel 154 paket 01 = 46.67", report.Says("D11"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("__")]
    [InlineData("0?")]
    [InlineData("07")]
    public void An_open_package_is_held_with_the_score_of_each_as_evidence(string package)
    {
        var pile = Three.Sheets("1001", "1002").Sheet("1003", "A A B B B", package: package);
        var second = Keys.AllA(2, 3, package: "02");
        pile.Keys.Add(second with { Items = [.. second.Items.Select(i => i with { Options = ["B"] })] });
        var report = pile.Report;
        Assert.Equal((ScoreStatus.DT, ""), (report.Status("1003"), report.Of("1003").Package));
        Assert.Contains("mapel 180 paket 01 = 30.00, mapel 180 paket 02 = 70.00", report.Says("D12"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_seat_plan_decides_an_open_package_but_not_against_the_sheet()
    {
        var pile = new Pile().Room(Pile.RoomA, 1001, 2, package: "02").Sheet("1001", package: "__").Sheet("1002", package: "01");
        pile.Keys.Add(Keys.AllA(2, 3, package: "02"));
        var report = pile.Report;
        Assert.Equal((ScoreStatus.DN, "02"), (report.Status("1001"), report.Of("1001").Package));
        Assert.Equal(ScoreStatus.DT, report.Status("1002"));
        Assert.Equal([false, true], report.Findings.Select(f => f.IsOpen));
    }

    [Fact]
    public void The_only_package_of_a_subject_is_used_and_told_of()
    {
        var report = Three.Sheets("1001", "1002").Sheet("1003", package: "__").Report;
        Assert.Equal((ScoreStatus.DN, "01"), (report.Status("1003"), report.Of("1003").Package));
        Assert.Equal(["D12"], report.Codes());
    }

    [Fact]
    public void An_upside_down_sheet_is_scored_and_told_of()
    {
        var report = Three.Sheets("1001", "1002").Sheet("1003", turn: 180).Report;
        Assert.Equal(ScoreStatus.DN, report.Status("1003"));
        Assert.Equal(["D22"], report.Codes());
        Assert.False(report.IsOpen);
    }

    [Fact]
    public void Marks_beyond_the_last_item_are_ignored_and_told_of()
    {
        var report = Three.Sheets("1001", "1002").Sheet("1003", "A A A A A - B A|C").Report;
        Assert.Equal(100m, report.Of("1003").Score!.Value);
        Assert.Contains("jumlah butir (5): butir 7, 8", report.Says("D25"), StringComparison.Ordinal);
    }
}
