using Omr.Service.Access;
using Omr.Service.Reconciliation.Closing;
using Omr.Service.Rosters;
using Omr.Service.Scoring;

namespace Omr.Service.Tests.Reconciliation;

/// <summary>What keeps scores from being released, and who may close what.</summary>
public class ReleaseGateTests
{
    private static Pile Three => new Pile().Room(Pile.RoomA, 1001, 3);

    [Fact]
    public void A_kab_in_order_may_be_released()
    {
        var live = Three.Absent("1003").Sheet("1001", folder: Pile.RoomA).Sheet("1002", barcode: "C00000001", folder: Pile.RoomA).Live();
        Assert.Empty(live.Blocking());
        // 3 registered and a spare; 2 scored with it, 1 absent
        Assert.Equal(new SheetsBalance(4, 4, 4, 3, 0, 1), ReleaseGate.Sheets(live.Current, new Region("12", "", "")));
    }

    [Fact]
    public void A_lost_sheet_blocks_its_kab_until_the_loss_is_settled_and_stays_without_a_score()
    {
        var live = Three.Sheet("1001", folder: Pile.RoomA).Sheet("1002", folder: Pile.RoomA).Live();
        Assert.Equal(
            [
                "Dibagikan 3, terpindai 2, selisih 1: pindai lembarnya, atau selesaikan temuan D10.",
                "1 temuan D01 (LJK kurang) masih terbuka.", "1 temuan D10 (hadir tetapi tidak ada LJK) masih terbuka.",
            ],
            live.Blocking().Select(r => r.Why.Indonesian));
        Assert.All(live.Blocking(), r => Assert.Equal((Pile.RoomA, 1), (r.Room, r.Count)));
        live.Close("D10");
        Assert.Equal(["1 temuan D01 (LJK kurang) masih terbuka."], live.Blocking().Select(r => r.Why.Indonesian));
        live.Close("D01");
        Assert.Empty(live.Blocking());
        Assert.Equal(ScoreStatus.LH, live.Status("1003"));
    }

    [Fact]
    public void An_envelope_that_is_given_up_blocks_no_more_and_its_people_count_as_lost_until_it_comes()
    {
        var live = Three.Absent("1003").Room(Pile.RoomB, 2001, 1).Sheet("2001", folder: Pile.RoomB).Live();
        Assert.Equal(
            ["Dibagikan 3, terpindai 1, selisih 2: pindai lembarnya, atau selesaikan temuan D10.", "1 temuan D27 (amplop belum diterima) masih terbuka."],
            live.Blocking().Select(r => r.Why.Indonesian));
        Assert.Equal(ScoreStatus.MA, live.Status("1001"));
        live.Close("D27");
        Assert.Empty(live.Blocking());
        Assert.Equal((ScoreStatus.LH, ScoreStatus.TH), (live.Status("1001"), live.Status("1003")));
        Assert.Equal(new SheetsBalance(4, 4, 4, 1, 2, 1), ReleaseGate.Sheets(live.Current, new Region("12", "", "")));

        live.Add(Three.Sheet("2001", folder: Pile.RoomB).Sheet("1001", folder: Pile.RoomA).Arrivals());
        Assert.Equal((ScoreStatus.DN, ScoreStatus.LH), (live.Status("1001"), live.Status("1002")));
        Assert.Contains(live.Blocking(), r => r.Why.Indonesian.Contains("D10", StringComparison.Ordinal));
    }

    [Fact]
    public void A_shortage_that_grew_after_it_was_closed_is_open_again()
    {
        var live = Three.Sheet("1001", folder: Pile.RoomA).Sheet("1002", folder: Pile.RoomA).Live();
        live.Close("D01");
        Assert.Equal(FindingStatus.Closed, live.Only("D01").Status);
        live.Apply(2, [new("page", 0, "abaikan")]);
        Assert.Equal(FindingStatus.Open, live.Only("D01").Status);
    }

    [Fact]
    public void Closing_a_duplicate_gives_nobody_a_score()
    {
        var live = Three.Absent("1002", "1003").Sheet("1001", folder: Pile.RoomA).Sheet("1001", "B B B B B", "C00000001", Pile.RoomA).Live();
        live.Close("D02");
        live.Close("D03");
        live.Close("D03");
        Assert.Empty(live.Blocking());
        Assert.Equal(ScoreStatus.DT, live.Status("1001"));
    }

    [Fact]
    public void Who_proposed_cannot_close()
    {
        var live = Three.Sheet("1001", folder: Pile.RoomA).Sheet("1002", folder: Pile.RoomA).Live();
        live.Act("D10", FindingActKind.Propose, "ketua");
        live.Act("D10", FindingActKind.Close, "ketua");
        Assert.Equal(FindingStatus.Open, live.Only("D10").Status);
        live.Act("D10", FindingActKind.Close, "ketua-2");
        Assert.Equal(FindingStatus.Closed, live.Only("D10").Status);
    }

    [Fact]
    public void The_ketua_closes_nothing_that_nobody_else_has_proposed_before()
    {
        var live = Three.Sheet("1001", folder: Pile.RoomA).Sheet("1002", folder: Pile.RoomA).Live();
        live.Act("D10", FindingActKind.Answer, "korlok");
        live.Act("D10", FindingActKind.Close, "ketua");
        live.Act("D10", FindingActKind.Propose, "vera");
        Assert.Equal(FindingStatus.Open, live.Only("D10").Status);
        live.Act("D10", FindingActKind.Close, "ketua");
        Assert.Equal(FindingStatus.Closed, live.Only("D10").Status);
    }

    [Fact]
    public void The_verifikator_may_propose_about_every_class() =>
        Assert.All(FindingClass.All, c => Assert.True(c.May(Role.Verifikator, FindingActKind.Propose), c.Code));

    [Fact]
    public void A_key_a_list_or_an_envelope_that_is_still_to_come_blocks()
    {
        var whole = Three.Sheet("1001", folder: Pile.RoomA).Sheet("1002", folder: Pile.RoomA).Sheet("1003", folder: Pile.RoomA);
        Assert.Equal(["Terpindai 3, dinilai 0, diparkir 0, tidak hadir 0: 3 peserta menunggu kunci mapelnya."], whole.Live(withKey: false).Blocking().Select(r => r.Why.Indonesian));
        Assert.Contains(whole.Live(withAttendance: false).Blocking(), r => r.Why.Indonesian.Contains("3 peserta belum ada di daftar hadir", StringComparison.Ordinal));
        Assert.Contains(Three.Live().Blocking(), r => r.Why.Indonesian.Contains("D27", StringComparison.Ordinal));
    }

    [Fact]
    public void Another_kab_does_not_wait_but_a_page_of_nobody_blocks_all()
    {
        var other = new RoomId("13", "001", "001");
        var pile = Three.Room(other, 3001, 1).Sheet("3001", folder: other);
        Assert.Empty(pile.Live().Blocking("13"));
        Assert.Equal([null], pile.Refused().Live().Blocking("13").Select(r => r.Room));
    }

    [Theory]
    [InlineData(Role.Operator, "D01", true, true, false)]
    [InlineData(Role.Operator, "D03", true, false, false)]
    [InlineData(Role.Verifikator, "D03", true, true, false)]
    [InlineData(Role.Korkab, "D10", true, true, false)]
    [InlineData(Role.Pengawas, "D04", true, false, false)]
    [InlineData(Role.Ketua, "D03", false, false, true)]
    [InlineData(Role.Auditor, "D03", false, false, false)]
    [InlineData(Role.Admin, "D03", false, false, false)]
    public void Each_role_may_do_what_the_table_says(Role role, string code, bool answer, bool propose, bool close)
    {
        var kind = FindingClass.Of(code)!;
        Assert.Equal(
            (answer, propose, close),
            (kind.May(role, FindingActKind.Answer), kind.May(role, FindingActKind.Propose), kind.May(role, FindingActKind.Close)));
    }
}
