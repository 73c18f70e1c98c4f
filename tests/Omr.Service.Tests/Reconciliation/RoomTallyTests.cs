using System.Collections.Immutable;
using Omr.Service.Reconciliation.Counts;
using Omr.Service.Rosters;
using Omr.Service.Scoring;

namespace Omr.Service.Tests.Reconciliation;

public class RoomTallyTests
{
    private static readonly RoomId Room = new("12", "001", "003");

    // 24 registered, 23 came; 27 sheets were handed out, 3 of them spares, of which one replaced a damaged sheet.
    private static readonly RoomReport Counted = new(Room, 24, 23, 1, 27, 23, 1, 1, 3) { Recounted = 23, SparesReceived = 3 };

    private static RoomTally Of(RoomReport report, int listed = 0, int present = 0) => new(new(
        Room, false, 24, listed, present, listed - present, report, 0, 0, 0, 0, 0, 0, null, null, ImmutableSortedDictionary<ScoreStatus, int>.Empty));

    [Fact]
    public void A_room_whose_counts_agree_may_be_sealed_and_is_sealed_once_the_number_is_noted()
    {
        Assert.Equal(CountState.Uncounted, Of(RoomReport.Empty(Room)).State);
        Assert.Equal(CountState.Uncounted, Of(Counted with { Recounted = null }).State);
        Assert.Equal(CountState.MaySeal, Of(Counted).State);
        Assert.Equal(CountState.Sealed, Of(Counted with { Seal = "A-17" }).State);
    }

    [Fact]
    public void Counts_that_differ_are_off_until_somebody_explains_them()
    {
        var off = Counted with { Recounted = 22 };
        Assert.Equal(CountState.Off, Of(off).State);
        Assert.Equal(CountState.Off, Of(off with { Seal = "A-17" }).State);
        Assert.Equal(CountState.MaySeal, Of(off with { Explanation = "LJK kursi 5 dibawa pulang" }).State);
        Assert.Equal(CountState.Off, Of(Counted, listed: 24, present: 22).State);
        Assert.Equal(CountState.MaySeal, Of(Counted, listed: 12, present: 11).State); // a list that names half of them says nothing yet
    }

    [Theory]
    [InlineData("E3", 22, 23, "LJK kurang 1: cari di map, meja dan lantai sebelum peserta pulang.")]
    [InlineData("E3", 25, 23, "LJK lebih 2: cari LJK cadangan kosong yang ikut terkumpul, atau peserta yang belum tercatat hadir.")]
    [InlineData("E4", 23, 22, "Hitungan 2 lebih 1: hitung ulang isi amplop bersama Korlok sebelum dilem.")]
    public void What_is_off_is_told_with_its_number_and_what_to_do(string code, int left, int right, string told)
    {
        var check = CountChecks.All.Single(c => c.Code == code);
        var off = check.Difference(name => name == check.Left[0] ? left : right)!.Value;
        Assert.Equal(told, (off < 0 ? check.Fewer : check.More).Indonesian.Replace("{n}", Math.Abs(off).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }

    [Fact]
    public void Fewer_spares_may_be_used_than_were_received_but_not_more()
    {
        var check = CountChecks.All.Single(c => c.IsLimit);
        Assert.Equal((0, 0, 1), (check.Difference(n => n == "cadanganTerpakai" ? 1 : 3), check.Difference(_ => 3), check.Difference(n => n == "cadanganTerpakai" ? 4 : 3)));
    }
}
