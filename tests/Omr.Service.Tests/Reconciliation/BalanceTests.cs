using Omr.Engine;
using Omr.Service.Reconciliation;
using Omr.Service.Scoring;

namespace Omr.Service.Tests.Reconciliation;

/// <summary>Whatever happens to the pile: everybody has one status, and no page is dropped in silence.</summary>
public class BalanceTests
{
    private const int Piles = 400;

    [Fact]
    public void Whatever_happens_to_the_pile_everybody_and_every_page_is_accounted_for_once()
    {
        for (var seed = 0; seed < Piles; seed++)
        {
            var pile = RandomPile(new(seed));
            var report = pile.Report;
            var balance = report.Balance;
            Assert.True(balance.Holds, $"seed {seed}: {balance}");
            Assert.Equal(pile.Exam.Roster.Participants.Select(p => p.Number), report.Results.Select(r => r.Participant.Number));
            Assert.Equal(pile.Pages.Count, balance.Pages);
            Assert.All(
                report.Results, r => Assert.Equal(r.Status is ScoreStatus.DN or ScoreStatus.LK, r.Score is not null));
            var silent = pile.Pages.Where(p => !report.Findings.Any(f => f.Page == p.Id)).ToList();
            Assert.All(silent, p => Assert.Equal(ScoreStatus.DN, report.Status(p.Sheet!.Number.Text)));
            Assert.Equal(silent.Count, silent.Select(p => p.Sheet!.Number.Text).Distinct().Count());
            Assert.All(
                report.Results.Where(r => r.Status is ScoreStatus.LH or ScoreStatus.LK or ScoreStatus.RV or ScoreStatus.TB or ScoreStatus.DT),
                r => Assert.Contains(report.Findings, f => f.Number == r.Participant.Number && f.IsOpen));
        }
    }

    [Fact]
    public void The_order_of_the_scans_changes_no_score_and_no_status()
    {
        for (var seed = 0; seed < Piles / 4; seed++)
        {
            var pile = RandomPile(new(seed));
            var backwards = Reconciler.Reconcile(pile.Exam, [.. pile.Pages.Reverse()]);
            Assert.Equal(pile.Report.Results, backwards.Results);
        }
    }

    // A room or two; some absent, then for each participant a sheet with, now and then, something wrong with it.
    private static Pile RandomPile(Random chance)
    {
        var size = chance.Next(1, 10);
        var pile = new Pile().Room(Pile.RoomA, 1001, size).Room(Pile.RoomB, 2001, chance.Next(0, 5));
        if (chance.Next(2) == 0)
            pile.Keys.Add(Scoring.Keys.AllA(2, 3, package: "02"));
        foreach (var person in pile.Exam.Roster.Participants)
        {
            var number = person.Number;
            var folder = chance.Next(3) switch { 0 => person.Room, 1 => null, _ => Pile.RoomA };
            if (chance.Next(6) == 0) pile.Absent(number);
            switch (chance.Next(16))
            {
                case 0: break;
                case 1: pile.Refused(RefusalReason.Damaged, folder); break;
                case 2: pile.Sheet(number, folder: folder).Sheet(number, "B B B B B", "C00000077", folder); break;
                case 3: pile.Sheet(number, folder: folder).SameFileAgain(); break;
                case 4: pile.Sheet(Digit(chance, number), folder: folder); break;
                case 5: pile.Sheet(number[..2] + "__", barcode: "", folder: folder); break;
                case 6: pile.Sheet(number[..3] + "?", barcode: "C00000078", folder: folder); break;
                case 7: pile.Sheet(Digit(chance, number), barcode: number, folder: folder); break;
                case 8: pile.Sheet("____", "- - - - -", number, folder, subject: "___", package: "__"); break;
                case 9: pile.Sheet(number, "A ?A - A|B B", folder: folder); break;
                case 10: pile.Sheet(number, "? ? ? A A", folder: folder); break;
                case 11: pile.Sheet(number, package: "__", subject: "1?0", folder: folder, turn: 180); break;
                case 12: pile.Sheet("____", "- - - - -", "C00000079", folder, subject: "___", package: "__"); break;
                default: pile.Sheet(number, folder: folder); break;
            }
        }
        return pile;
    }

    private static string Digit(Random chance, string number) => number[..^1] + (char)('0' + chance.Next(10));
}
