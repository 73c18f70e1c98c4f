using System.Text;
using Omr.Scanner;
using Omr.Service.Exports;
using Omr.Service.Reconciliation;
using Omr.Service.Rehearsal;
using Omr.Service.Rosters;
using Omr.Service.Runs;
using Omr.Service.Scoring;
using Omr.Simulator;

namespace Omr.Service.Tests.Rehearsal;

/// <summary>The room of 24 with planted trouble, from printed paper to the two files.</summary>
public sealed class RehearsalTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private Exam ReadExam()
    {
        string At(string name) => _folder.Write(name, RehearsalRoom.File(name));
        var errors = new List<RowError>();
        var exam = ScoreInputs.Read(
            At("peserta.csv"), At("hadir.csv"), At("kunci.csv"), [RehearsalRoom.Template], ScoreWeights.National, errors);
        Assert.Empty(errors);
        return exam!;
    }

    [Fact]
    public async Task The_room_of_24_comes_out_exactly_as_worked_out_by_hand()
    {
        var exam = ReadExam();
        var settings = RehearsalRoom.Settings(Environment.ProcessorCount);
        var scans = Path.Combine(_folder.Path, "pindai");
        var stop = TestContext.Current.CancellationToken;
        await Simulation.Run(
            settings, RehearsalRoom.Plans(exam.Roster, settings),
            Path.Combine(scans, RehearsalRoom.Room.ToString()), cancellation: stop);
        var reader = new BatchReader([RehearsalRoom.Template], Environment.ProcessorCount);
        var report = await ScoreRun.ExecuteAsync(exam, reader, PaperFiles.Find([scans], out _)!, _ => { }, stop);
        Assert.Equal(Text(RehearsalRoom.File("nilai.csv")), Text(ReportCsv.Scores(report)));
        Assert.Equal(Text(RehearsalRoom.File("temuan.csv")), Text(ReportCsv.Findings(report, Language.Indonesian)));
    }

    [Fact]
    public void The_envelope_lacks_the_absent_and_the_lost_sheet_and_holds_three_spares()
    {
        var seats = RehearsalRoom.Envelope.Select(s => s.Seat).Distinct();
        Assert.Equal([5, 20], Enumerable.Range(1, 24).Except(seats));
        Assert.Equal([25, 26, 27], RehearsalRoom.Envelope.Where(s => s.Spare > 0).Select(s => s.Spare));
    }

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
