using Omr.Scanner;
using Omr.Service.Reconciliation;

namespace Omr.Service.Runs;

/// <summary>Reads a pile and has it scored and reconciled; what becomes of the report is the caller's.</summary>
public static class ScoreRun
{
    /// <summary>Reads all files and reconciles them.</summary>
    /// <param name="exam">What the sheets are held against.</param>
    /// <param name="reader">Reads the forms in the pile.</param>
    /// <param name="files">The files, in the order in which they are told of.</param>
    /// <param name="progress">Told how many files are done.</param>
    /// <param name="stop">Ends the run.</param>
    public static async Task<RunReport> ExecuteAsync(
        Exam exam,
        BatchReader reader,
        IReadOnlyList<PaperFile> files,
        Action<int> progress,
        CancellationToken stop)
    {
        var rooms = new RoomFolder(exam.Roster);
        var pages = new List<ScannedPage>();
        var done = 0;
        await foreach (var reading in reader.ReadAsync(files, stop))
        {
            var folder = rooms.Of(reading.File.Path);
            pages.AddRange(reading.Pages.Select(p => ScannedPage.Of(new(reading.File.Name, p.Page), folder, p)));
            progress(++done);
        }
        return Reconciler.Reconcile(exam, pages);
    }
}
