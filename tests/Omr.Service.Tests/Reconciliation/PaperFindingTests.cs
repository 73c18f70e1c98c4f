using Omr.Service.Scoring;

namespace Omr.Service.Tests.Reconciliation;

/// <summary>Which pages are a sheet: the same paper again, copies, untouched forms (D14, D17, D22).</summary>
public class PaperFindingTests
{
    private static Pile Three => new Pile().Room(Pile.RoomA, 1001, 3);

    [Fact]
    public void An_absent_participants_untouched_form_is_no_sheet()
    {
        var report = Three.Absent("1003").Sheets("1001", "1002")
            .Sheet("____", "- - - - -", barcode: "1003", subject: "___", package: "__").Report;
        Assert.Equal(ScoreStatus.TH, report.Status("1003"));
        Assert.Equal(["D14"], report.Codes());
        Assert.False(report.IsOpen);
        Assert.Equal(1, report.Balance.Unused);
    }

    [Fact]
    public void An_unused_spare_and_the_form_that_a_spare_replaced_are_no_sheets()
    {
        var report = Three.Sheets("1001", "1002")
            .Sheet("____", "- - - - -", barcode: "1003", subject: "___", package: "__")
            .Sheet("1003", barcode: "C00000025")
            .Sheet("____", "- - - - -", barcode: "C00000026", subject: "___", package: "__").Report;
        Assert.Equal(ScoreStatus.DN, report.Status("1003"));
        Assert.Equal(["D14", "D14"], report.Codes());
        Assert.Equal(2, report.Balance.Unused);
    }

    [Fact]
    public void The_same_file_and_the_same_paper_count_once()
    {
        var report = Three.Sheets("1001").SameFileAgain().Sheets("1002").Sheet("1003", "A ? A A A", serial: "00000050")
            .Sheet("1003", "A A A A A", serial: "00000050").Report;
        Assert.Equal(["D22", "D22"], report.Codes());
        Assert.Equal(["0002.jpg", "0004.jpg"], report.Findings.Select(f => f.Page!.File));
        // of the two scans of one paper the one without doubt counts
        Assert.Equal(ScoreStatus.DN, report.Status("1003"));
        Assert.Equal((5, 3, 2), (report.Balance.Pages, report.Balance.Read, report.Balance.Repeated));
        Assert.False(report.IsOpen);
    }

    [Fact]
    public void Copies_of_one_form_in_several_hands_all_count()
    {
        var report = Three.Sheet("1001", barcode: "", serial: "00000007").Sheet("1002", barcode: "", serial: "00000007")
            .Sheet("1003", barcode: "", serial: "").Report;
        Assert.All(report.Results, r => Assert.Equal(ScoreStatus.DN, r.Status));
        Assert.Equal(["D17", "D17"], report.Codes());
    }

    [Fact]
    public void One_paper_with_two_different_answers_is_no_second_scan()
    {
        var report = Three.Sheets("1002", "1003").Sheet("1001", "A A A A A", serial: "00000050")
            .Sheet("1001", "A A A A B", serial: "00000050").Report;
        Assert.Equal(ScoreStatus.DT, report.Status("1001"));
        Assert.Contains("D03", report.Codes());
    }
}
