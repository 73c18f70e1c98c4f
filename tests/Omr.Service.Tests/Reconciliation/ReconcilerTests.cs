using Omr.Engine;
using Omr.Service.Rosters;
using Omr.Service.Scoring;
using Omr.Service.Tests.Scoring;

namespace Omr.Service.Tests.Reconciliation;

/// <summary>The discrepancies of DOMAIN.md section 3, one small room each.</summary>
public class ReconcilerTests
{
    private static Pile Three => new Pile().Room(Pile.RoomA, 1001, 3);

    [Fact]
    public void A_room_in_order_has_scores_and_no_findings()
    {
        var report = Three.Absent("1003").Sheets("1001").Sheet("1002", "A B A A -").Report;
        Assert.Empty(report.Findings);
        Assert.False(report.IsOpen);
        Assert.Equal([ScoreStatus.DN, ScoreStatus.DN, ScoreStatus.TH], report.Results.Select(r => r.Status));
        // P = 100*1/2, F = 100*2/3: N = 15 + 46.666...
        Assert.Equal(new Score(3, 1, 1, 0, 50m, 66.67m, 61.67m), report.Of("1002").Score);
        Assert.Null(report.Of("1003").Score);
    }

    [Fact]
    public void A_present_participant_without_a_sheet_is_missing_and_never_zero()
    {
        var report = Three.Sheets("1001", "1002").Report;
        Assert.Equal((ScoreStatus.LH, null), (report.Status("1003"), report.Of("1003").Score));
        Assert.Equal(["D01", "D10"], report.Codes());
        Assert.Contains("hadir 3, lembar 2, kurang 1", report.Says("D01"), StringComparison.Ordinal);
        Assert.True(report.IsOpen);
    }

    [Fact]
    public void A_refused_page_counts_as_a_sheet_of_the_envelope_and_is_pointed_to()
    {
        var report = Three.Sheets("1001", "1002").Refused().Report;
        Assert.Equal(["D10", "D16"], report.Codes());
        Assert.Contains("0003.jpg hal. 1", report.Says("D10"), StringComparison.Ordinal);
        Assert.Contains("tanda registrasi", report.Says("D16"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_page_makes_a_shortage_smaller_but_never_an_excess()
    {
        var fewer = Three.Sheets("1001").Refused().Report;
        Assert.Contains("lembar 2 (termasuk 1 halaman ditolak), kurang 1", fewer.Says("D01"), StringComparison.Ordinal);
        Assert.Equal(["D16"], Three.Sheets("1001", "1002", "1003").Refused(RefusalReason.Empty).Report.Codes());
    }

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

    [Fact]
    public void A_folder_of_a_room_that_is_in_no_roster_is_called_that()
    {
        var report = Three.Sheet("1001", folder: Pile.RoomA).Sheet("1002", folder: Pile.RoomA).Sheet("1003", folder: Pile.RoomB).Report;
        Assert.Equal(["D01", "D02", "D08"], report.Codes());
        Assert.Contains($"Ruang {Pile.RoomB} tidak ada di daftar peserta, tetapi 1 lembar", report.Says("D02"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sheet_in_another_rooms_folder_is_scored_and_told_of()
    {
        var report = Three.Room(Pile.RoomB, 2001, 1)
            .Sheet("1001", folder: Pile.RoomA).Sheet("1002", folder: Pile.RoomA)
            .Sheet("1003", folder: Pile.RoomB).Sheet("2001", folder: Pile.RoomB).Report;
        Assert.Equal(["D01", "D02", "D08"], report.Codes());
        Assert.Equal(ScoreStatus.DN, report.Status("1003"));
        Assert.Equal((Pile.RoomA, Pile.RoomB), (report.Only("D01").Room, report.Only("D08").Room));
    }

    [Fact]
    public void A_flat_folder_is_one_batch_of_all_rooms()
    {
        var report = Three.Room(Pile.RoomB, 2001, 1).Sheets("1001", "1002", "1003").Report;
        Assert.Equal(["D01", "D10"], report.Codes());
        Assert.Null(report.Only("D01").Room);
        Assert.Equal(Pile.RoomB, report.Only("D10").Room);
    }

    [Fact]
    public void A_room_whose_folder_is_not_there_lacks_all_its_sheets()
    {
        var report = Three.Room(Pile.RoomB, 2001, 2)
            .Sheet("1001", folder: Pile.RoomA).Sheet("1002", folder: Pile.RoomA).Sheet("1003", folder: Pile.RoomA).Report;
        Assert.Equal(["D01", "D10", "D10"], report.Codes());
        Assert.Equal(Pile.RoomB, report.Only("D01").Room);
    }

    [Fact]
    public void An_absent_participants_sheet_is_held()
    {
        var report = Three.Absent("1003").Sheets("1001", "1002", "1003").Report;
        Assert.Equal((ScoreStatus.DT, null), (report.Status("1003"), report.Of("1003").Score));
        Assert.Equal(["D02", "D09"], report.Codes());
        Assert.Equal("0003.jpg", report.Only("D09").Page!.File);
    }

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
    public void The_minutes_cancel_and_hold()
    {
        var report = Three.Minutes("1001", Incident.Cancelled).Minutes("1002", Incident.Held).Sheets("1001", "1002", "1003").Report;
        Assert.Equal([ScoreStatus.BT, ScoreStatus.DT, ScoreStatus.DN], report.Results.Select(r => r.Status));
        Assert.Equal(["D23"], report.Codes());
        Assert.Equal([null, null, 100m], report.Results.Select(r => r.Score?.Value));
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
