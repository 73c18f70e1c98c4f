using Omr.Engine;
using Omr.Service.Rosters;
using Omr.Service.Scoring;

namespace Omr.Service.Tests.Reconciliation;

/// <summary>What a room has too little or too much of (D01, D02, D08 to D10), and what its minutes decide.</summary>
public class RoomFindingTests
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
    public void The_minutes_cancel_and_hold()
    {
        var report = Three.Minutes("1001", Incident.Cancelled).Minutes("1002", Incident.Held).Sheets("1001", "1002", "1003").Report;
        Assert.Equal([ScoreStatus.BT, ScoreStatus.DT, ScoreStatus.DN], report.Results.Select(r => r.Status));
        Assert.Equal(["D23"], report.Codes());
        Assert.Equal([null, null, 100m], report.Results.Select(r => r.Score?.Value));
    }
}
