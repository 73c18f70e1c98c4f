using Omr.Service.Reconciliation.Closing;
using Omr.Service.Reconciliation.Counts;
using Omr.Service.Reconciliation.Live;
using Omr.Service.Rosters;
using Omr.Service.Scoring;

namespace Omr.Service.Tests.Reconciliation;

/// <summary>What the live service tells of a room while lists, keys and paper are still coming in.</summary>
public class LiveRoomTests
{
    private static Pile Three => new Pile().Room(Pile.RoomA, 1001, 3);

    private static Pile Whole => Three.Sheet("1001", folder: Pile.RoomA).Sheet("1002", folder: Pile.RoomA).Sheet("1003", folder: Pile.RoomA);

    [Fact]
    public void Without_a_key_sheets_are_counted_and_wait_without_a_finding()
    {
        var live = Whole.Live(withKey: false);
        Assert.Equal([ScoreStatus.MK, ScoreStatus.MK, ScoreStatus.MK], live.Current.Results.Select(r => r.Status));
        Assert.Empty(live.Codes());
        Assert.Equal(3, live.Current.Balance.WithSheet);
        live.Set(Whole.Exam.Key);
        Assert.All(live.Current.Results, r => Assert.Equal((ScoreStatus.DN, 100m), (r.Status, r.Score!.Value)));
    }

    [Fact]
    public void A_sheet_that_names_a_subject_whose_key_is_still_to_come_is_not_scored_by_the_other()
    {
        var pile = new Pile().Room(Pile.RoomA, 1001, 1).Sheet("1001", folder: Pile.RoomA, subject: "154");
        var live = pile.Live();
        live.Replace(new([.. pile.Exam.Roster.Participants, new("2001", "Lain", new(1975, 7, 1), Pile.RoomB, "", "154", "", 3)]));
        Assert.Equal(ScoreStatus.MK, live.Status("1001"));
    }

    [Fact]
    public void Without_the_attendance_list_the_room_says_so_once_and_nobody_is_called_lost()
    {
        var live = Three.Sheet("1001", folder: Pile.RoomA).Live(withAttendance: false);
        Assert.Equal(["D20"], live.Codes());
        Assert.Contains("Daftar hadir belum dimasukkan: 3 peserta", live.Only("D20").Finding.What.Indonesian, StringComparison.Ordinal);
        Assert.All(live.Current.Results, r => Assert.Equal((ScoreStatus.MH, null), (r.Status, r.Score)));
        live.Set(new Dictionary<string, AttendanceEntry> { ["1001"] = new(true) });
        Assert.Contains("1 dari 3 peserta, kurang 2", live.Only("D20").Finding.What.Indonesian, StringComparison.Ordinal);
        Assert.Equal(ScoreStatus.DN, live.Status("1001"));
    }

    [Fact]
    public void A_room_of_which_nothing_has_come_is_waited_for_as_a_whole()
    {
        var live = Whole.Room(Pile.RoomB, 2001, 2).Live();
        Assert.Equal(["D27"], live.Codes());
        Assert.Equal(Pile.RoomB, live.Only("D27").Finding.Room);
        Assert.Equal(ScoreStatus.MA, live.Status("2001"));
    }

    [Fact]
    public void A_sheet_of_the_flat_folder_lies_in_the_room_of_its_number()
    {
        var live = Three.Sheets("1001", "1002").Refused().Live();
        Assert.Equal(["D16", "D01", "D10"], live.Codes());
        Assert.Null(live.Only("D16").Finding.Room);
        Assert.Contains("hadir 3, lembar 2, kurang 1", live.Only("D01").Finding.What.Indonesian, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cover_sheet_opens_a_rooms_batch_until_the_next_cover_and_counts_nowhere()
    {
        var pile = Three.Room(Pile.RoomB, 2001, 1).Sheet("9001").Sheet("1001").Refused().Sheet("9002").Sheet("2001");
        var pages = pile.Arrivals().ToList();
        pages[0] = pages[0] with { Cover = Pile.RoomA };
        pages[3] = pages[3] with { Cover = Pile.RoomB };
        var live = pile.Live();
        var inOrder = new LiveProvince(ScoreWeights.National);
        inOrder.Replace(pile.Exam.Roster);
        inOrder.Set(pile.Exam.Key);
        inOrder.Set(pile.Exam.Attendance);
        inOrder.Add([pages[4], pages[2], pages[3], pages[1], pages[0]]);
        Assert.Equal(Pile.RoomA, inOrder.Only("D16").Finding.Room);
        Assert.Equal((2, 1), (inOrder.Room(Pile.RoomA).Counts.Sheets, inOrder.Room(Pile.RoomB).Counts.Sheets));
        Assert.Equal(3, inOrder.Current.Balance.Pages);
        Assert.Equal(5, live.Current.Balance.Pages);
        Assert.Equal(Pile.RoomA, ArrivedPage.CoverOf("sampul-ljk/1/12-001-001"));
        Assert.Null(ArrivedPage.CoverOf("ljk-ukg-100/1/00000042"));
    }

    [Fact]
    public void Covers_count_in_the_drop_folder_that_they_came_from()
    {
        // Two scanners at the same time: cover A, a page; cover B between them in the other folder.
        var pile = Three.Room(Pile.RoomB, 2001, 1).Sheet("9001").Sheet("9002").Refused().Refused();
        var pages = pile.Arrivals().ToList();
        var live = new LiveProvince(ScoreWeights.National);
        live.Replace(pile.Exam.Roster);
        live.Add(
        [
            pages[0] with { Cover = Pile.RoomA, Origin = "/scan1" }, pages[1] with { Cover = Pile.RoomB, Origin = "/scan2" },
            pages[2] with { Origin = "/scan1" }, pages[3] with { Origin = "/scan2" },
        ]);
        Assert.Equal((1, 1), (live.Room(Pile.RoomA).Counts.Sheets, live.Room(Pile.RoomB).Counts.Sheets));
        Assert.Equal((Pile.RoomA, Pile.RoomB), (live.CoverOf(3), live.CoverOf(4)));
    }

    [Fact]
    public void A_page_that_could_not_be_read_before_its_file_was_whole_is_settled_by_the_whole_file()
    {
        var pile = new Pile().Room(Pile.RoomA, 1001, 1).Refused(folder: Pile.RoomA).Sheet("1001", folder: Pile.RoomA);
        var pages = pile.Arrivals();
        foreach (var order in (int[][])[[0, 1], [1, 0]])
        {
            var live = new LiveProvince(ScoreWeights.National);
            live.Replace(pile.Exam.Roster);
            live.Set(pile.Exam.Key);
            live.Set(pile.Exam.Attendance);
            foreach (var n in order)
                live.Add([n == 0 ? pages[0] : pages[1] with { Outgrows = pages[0].Order }]);
            Assert.Equal((ScoreStatus.DN, 0, 1), (live.Status("1001"), live.Current.Balance.Refused, live.Current.Balance.Repeated));
            Assert.Contains("kemudian bertambah", live.Only("D22").Finding.What.Indonesian, StringComparison.Ordinal);
            Assert.DoesNotContain("D16", live.Codes());
        }
    }

    [Fact]
    public void Another_name_is_told_with_the_birth_date_in_one_and_holds_nobody()
    {
        var live = new Pile().Room(Pile.RoomA, 1001, 2)
            .Sheet("1001", folder: Pile.RoomA, name: "PESERTA___", birth: "220775")
            .Sheet("1002", folder: Pile.RoomA, name: "BUDI______", birth: "010170").Live();
        var only = live.Only("D18");
        Assert.Equal(("1002", FindingStatus.Info), (only.Finding.Number, only.Status));
        Assert.StartsWith("Tanggal lahir pada LJK 010170", only.Finding.What.Indonesian, StringComparison.Ordinal);
        Assert.Contains("Nama pada LJK BUDI, pada daftar peserta Peserta 1002.", only.Finding.What.Indonesian, StringComparison.Ordinal);
        Assert.All(live.Current.Results, r => Assert.Equal(ScoreStatus.DN, r.Status));
    }

    [Fact]
    public void Corrections_change_what_holds_and_never_what_was_read()
    {
        var pile = Three.Sheet("1001", folder: Pile.RoomA).Sheet("1012", "A A ? A A", "C00000001", Pile.RoomA).Sheet("1003", folder: Pile.RoomA)
            .Refused(folder: Pile.RoomA);
        var live = pile.Live();
        Assert.Contains("D04", live.Codes());
        live.Apply(2, [new("identity", 0, "1002")]);
        Assert.Equal(ScoreStatus.RV, live.Status("1002"));
        live.Apply(2, [new("identity", 0, "1002"), new("jawaban", 3, "A")]);
        Assert.Equal(ScoreStatus.DN, live.Status("1002"));
        live.Apply(4, [new("page", 0, "abaikan")]);
        Assert.Equal((1, 0), (live.Current.Balance.SetAside, live.Current.Balance.Refused));
        Assert.DoesNotContain(live.Current.Findings, f => f.Status == FindingStatus.Open);
        live.Apply(2, []);
        Assert.Contains("D04", live.Codes());
    }

    [Fact]
    public void A_refused_page_is_keyed_in_number_first_and_waits_for_its_answers()
    {
        var live = new Pile().Room(Pile.RoomA, 1001, 1).Refused(folder: Pile.RoomA).Live();
        live.Apply(1, [new("identity", 0, "1001")]);
        Assert.Equal(ScoreStatus.TB, live.Status("1001"));
        live.Apply(1, [new("identity", 0, "1001"), .. Enumerable.Range(1, 5).Select(n => new PageCorrection("jawaban", n, n == 5 ? "" : "A"))]);
        // 4 of 5 right, the last of professional blank: 30 + 70*2/3
        Assert.Equal(76.67m, live.Current.Results.Single().Score!.Value);
    }

    [Fact]
    public void The_minutes_are_held_against_roster_list_and_scans()
    {
        var live = Whole.Live();
        live.Set(new RoomReport(Pile.RoomA, 3, 2, 1, 5, 3, 1, 1, 2));
        // E2: 3 on the list, 2 in the minutes; E7: 5 received, 3 + 1 + 2; a spare used that nobody scanned
        Assert.Equal(["D15", "D21", "D21"], live.Codes());
        Assert.Equal([EqualityState.Holds, EqualityState.Holds, EqualityState.Holds], live.Equalities("E1").Select(e => e.State));
        Assert.Equal((EqualityState.Off, 3, 2), live.Equalities("E2") is [var e2] ? (e2.State, e2.Left.Count, e2.Right.Count) : default);
        Assert.Contains("selisih -1", live.Equalities("E7")[0].What.Indonesian, StringComparison.Ordinal);
        live.Set(new RoomReport(Pile.RoomA, 3, 3, 0, 5, 3, 0, 0, 2) { Recounted = 3 });
        Assert.Empty(live.Codes());
        Assert.All(new[] { "E1", "E2", "E3", "E4", "E5", "E6", "E7", "E9", "E10", "E11" }.SelectMany(live.Equalities), e => Assert.Equal(EqualityState.Holds, e.State));
    }

    [Fact]
    public void What_is_not_reported_is_not_known_rather_than_wrong()
    {
        var live = Three.Live();
        Assert.Equal(EqualityState.Unknown, live.Equalities("E2").Single().State);
        Assert.All(live.Equalities("E5"), e => Assert.Equal(EqualityState.Unknown, e.State));
        Assert.Equal(EqualityState.Off, live.Equalities("E9").Single().State);
    }

    [Fact]
    public void A_shortage_in_one_room_and_an_excess_in_another_make_no_right_sum()
    {
        var live = Three.Room(Pile.RoomB, 2001, 1).Sheet("1001", folder: Pile.RoomA).Sheet("1002", folder: Pile.RoomA)
            .Sheet("2001", folder: Pile.RoomB).Sheet("2001", "B B B B B", "C00000001", Pile.RoomB).Live();
        var both = Equalities.Of(Level.Lokasi, [.. live.Current.Rooms.Values.Select(r => r.Counts)]);
        var sheets = both.Where(e => e.Code == "E5").Last();
        Assert.Equal((4, 4, EqualityState.Off), (sheets.Left.Count, sheets.Right.Count, sheets.State));
        Assert.Contains("2 ruang tidak cocok: 12-001-001 (-1); 12-001-002 (+1)", sheets.What.Indonesian, StringComparison.Ordinal);
    }

    [Fact]
    public void Order_spares_birth_dates_crowds_and_packages_are_told_without_holding_anybody()
    {
        var pile = new Pile().Room(Pile.RoomA, 1001, 25);
        for (var n = 1025; n > 1001; n--) pile.Sheet($"{n}", folder: Pile.RoomA);
        pile.Sheet("1001", barcode: "C00000009", folder: Pile.RoomA, birth: "010170");
        var live = pile.Live();
        Assert.Equal(["D13", "D15", "D18", "D24"], live.Codes());
        Assert.All(live.Current.Findings, f => Assert.Equal(FindingStatus.Info, f.Status));
        Assert.Equal("1024", live.Only("D13").Finding.Number);
        pile.Keys.Add(Scoring.Keys.AllA(2, 3, package: "02"));
        // of 25 sheets, none of package 02: planned 12.5, rounded 13
        var e12 = pile.Live().Equalities("E12").Single();
        Assert.Equal((EqualityState.Off, true, 13), (e12.State, e12.IsInfo, Math.Max(e12.Right.Count!.Value, 0)));
    }
}
