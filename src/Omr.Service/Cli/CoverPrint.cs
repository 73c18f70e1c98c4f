using Omr.Forms;
using Omr.Forms.Cover;
using Omr.Forms.Ljk;
using Omr.Service.Rosters;

namespace Omr.Service.Cli;

/// <summary><c>omr print --cover</c>: a cover for the envelope of each room of a roster.</summary>
internal static class CoverPrint
{
    public static async Task<int> RunAsync(string? roster, string output, Terminal terminal, CancellationToken stop)
    {
        if (roster is null)
            return terminal.Fail(terminal.Say("--cover perlu --roster R.csv", "--cover needs --roster R.csv"));
        var errors = new List<RowError>();
        if (RosterFile.Read(roster, FormLimits.Of([.. LjkForm.All]), errors) is not { } people)
            return terminal.Fail(errors);
        using var file = OutputFile.Create(output, terminal.Language, out var problem);
        if (file is null)
            return terminal.Fail(problem);
        var covers = people.Participants.GroupBy(p => p.Room).Select(g => PrintedSheet.CoverOf(Cover(g.Key, [.. g]))).ToList();
        await Task.Run(() => FormPrinter.Print(file.Stream, CoverForm.Template, covers), stop).WaitAsync(stop);
        file.Finish();
        terminal.Note(terminal.Say($"{covers.Count} sampul dicetak", $"{covers.Count} covers printed"));
        return ExitCode.Done;
    }

    private static CoverText Cover(RoomId room, List<Participant> people) => new(
        room.ToString(),
        string.Join(", ", people.Select(p => p.Subject).Distinct().Order(StringComparer.Ordinal)),
        people.Count,
        people[0].Number,
        people[^1].Number);
}
