using System.Collections.Immutable;
using Omr.Service.Access;
using Omr.Service.Reconciliation.Closing;
using Omr.Service.Reconciliation.Counts;
using Omr.Service.Reconciliation.Live;
using Omr.Service.Rosters;

namespace Omr.Service.Tests.Reconciliation;

/// <summary>Puts a <see cref="Pile"/> before the live reconciliation, and short ways to look into it.</summary>
internal static class LivePile
{
    /// <summary>The pages as they come: each a file of its own, one after the other.</summary>
    public static ImmutableArray<ArrivedPage> Arrivals(this Pile pile) =>
    [
        .. pile.Pages.Select((page, i) =>
        {
            var id = page.Id with { Row = i + 1 };
            return new ArrivedPage(new(i + 1, 1), page with { Id = id, Sheet = page.Sheet is null ? null : page.Sheet with { Id = id } });
        }),
    ];

    /// <summary>The live reconciliation with all of the pile in it.</summary>
    public static LiveProvince Live(this Pile pile, bool withKey = true, bool withAttendance = true)
    {
        var live = new LiveProvince(pile.Exam.Weights);
        live.Replace(pile.Exam.Roster);
        if (withKey) live.Set(pile.Exam.Key);
        if (withAttendance) live.Set(pile.Exam.Attendance);
        live.Add(pile.Arrivals());
        return live;
    }

    public static RoomState Room(this LiveProvince live, RoomId room) => live.Current.Rooms[room];

    public static Service.Scoring.ScoreStatus Status(this LiveProvince live, string number) =>
        live.Current.Results.Single(r => r.Participant.Number == number).Status;

    public static string[] Codes(this LiveProvince live) => [.. live.Current.Findings.Select(f => f.Finding.Code)];

    public static ListedFinding Only(this LiveProvince live, string code) => live.Current.Findings.Single(f => f.Finding.Code == code);

    public static Equality[] Equalities(this LiveProvince live, string code) =>
        [.. Service.Reconciliation.Counts.Equalities.Of(Level.Room, [live.Room(Pile.RoomA).Counts]).Where(e => e.Code == code)];

    public static IReadOnlyList<BlockingReason> Blocking(this LiveProvince live, string kab = "12") =>
        ReleaseGate.Blocking(live.Current, new Region(kab, "", ""));

    /// <summary>The verifikator proposes, the Ketua closes.</summary>
    public static void Close(this LiveProvince live, string code)
    {
        live.Act(code, FindingActKind.Propose, "vera");
        live.Act(code, FindingActKind.Close, "ketua");
    }

    /// <summary>An act about the only finding of that class.</summary>
    public static void Act(this LiveProvince live, string code, FindingActKind kind, string by) =>
        live.Record([new(FindingKey.Of(live.Current.Findings.First(f => f.Finding.Code == code && f.Status == FindingStatus.Open).Finding), kind, "teks", by, default)]);
}
