using Omr.Service.Scoring;

namespace Omr.Service.Tests.Reconciliation;

/// <summary>Numbers that are double, unknown, blank or unclear (D03 to D06, D23): who it may be is suggested, never decided.</summary>
public class NumberFindingTests
{
    private static Pile Three => new Pile().Room(Pile.RoomA, 1001, 3);

    [Fact]
    public void A_number_on_two_sheets_holds_both()
    {
        var report = Three.Sheets("1001", "1002", "1003").Sheet("1002", "B B B B B", barcode: "C00000099").Report;
        Assert.Equal((ScoreStatus.DT, null), (report.Status("1002"), report.Of("1002").Score));
        Assert.Equal(["D02", "D03", "D03"], report.Codes());
        Assert.All(
            report.Findings.Where(f => f.Code == "D03"),
            f => Assert.Contains("0002.jpg hal. 1; 0004.jpg hal. 1 (LJK cadangan 00000099)", f.What.Indonesian, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1013", "beda 1 angka")]
    [InlineData("1030", "dua angka tertukar")]
    [InlineData("1074", "beda 2 angka")]
    public void An_unknown_number_suggests_who_is_present_without_a_sheet(string number, string kind)
    {
        var report = Three.Sheets("1001", "1002").Sheet(number, barcode: "C00000099").Report;
        Assert.Equal(["D04", "D10"], report.Codes());
        Assert.Contains($"1003 Peserta 1003 ({kind})", report.Says("D04"), StringComparison.Ordinal);
        Assert.Equal(ScoreStatus.LH, report.Status("1003"));
    }

    [Fact]
    public void A_suggestion_says_when_the_date_of_birth_agrees()
    {
        // 1003 was born on day 1003 % 28 + 1 = 24
        var report = Three.Sheets("1001", "1002").Sheet("1013", birth: "240775").Report;
        Assert.Contains("(beda 1 angka, tanggal lahir cocok)", report.Says("D04"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_far_from_everybody_suggests_nobody()
    {
        var report = Three.Sheets("1001", "1002").Sheet("9876").Report;
        Assert.DoesNotContain("1003", report.Says("D04"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_number_where_everybody_has_a_sheet_is_somebody_unlisted()
    {
        var report = Three.Sheets("1001", "1002", "1003", "1004").Report;
        Assert.Equal(["D02", "D04", "D23"], report.Codes());
        Assert.Equal(4, report.Balance.Read);
    }

    [Fact]
    public void A_blank_number_proposes_the_one_who_is_left()
    {
        var report = Three.Sheets("1001", "1002").Sheet("____", barcode: "").Report;
        Assert.Contains("Nomor peserta kosong", report.Says("D05"), StringComparison.Ordinal);
        Assert.Contains("1003 Peserta 1003", report.Says("D05"), StringComparison.Ordinal);
        Assert.Equal(ScoreStatus.LH, report.Status("1003"));
        Assert.DoesNotContain(
            "Peserta", Three.Sheets("1001").Sheet("____", barcode: "").Report.Says("D05").Replace("Nomor peserta", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_partial_number_proposes_those_whom_it_fits()
    {
        var report = Three.Sheets("1001").Sheet("1__3", barcode: "C00000099").Report;
        Assert.Contains("tidak lengkap: 1__3", report.Says("D05"), StringComparison.Ordinal);
        Assert.Contains("1003 Peserta 1003", report.Says("D05"), StringComparison.Ordinal);
        Assert.DoesNotContain("1002", report.Says("D05"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_doubtful_digit_and_a_barcode_that_contradicts_the_bubbles_wait_for_people()
    {
        var doubtful = Three.Sheets("1001", "1002").Sheet("10?3", barcode: "").Report;
        Assert.Contains("ganda atau ragu: 10?3", doubtful.Says("D06"), StringComparison.Ordinal);
        var conflict = Three.Sheets("1001", "1002").Sheet("1002", barcode: "1003").Report;
        Assert.Contains("barcode 1003 berbeda dengan bulatan 1002", conflict.Says("D06"), StringComparison.Ordinal);
        Assert.Equal((ScoreStatus.DN, ScoreStatus.LH), (conflict.Status("1002"), conflict.Status("1003")));
    }
}
