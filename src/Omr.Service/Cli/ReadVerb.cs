using Omr.Scanner;
using Omr.Service.Diagnostics;

namespace Omr.Service.Cli;

/// <summary><c>omr read</c>: reads scans and writes every item of every field.</summary>
internal static class ReadVerb
{
    /// <summary>The verb with its options.</summary>
    public static Verb Make(Terminal terminal)
    {
        var paths = SharedOptions.Paths(terminal);
        var templates = SharedOptions.Templates(terminal);
        var output = SharedOptions.File(
            "--out", "F.csv",
            terminal.Say("Berkas hasil (bawaan: keluaran standar)", "Result file (default: standard output)"),
            required: false);
        var format = SharedOptions.Choice(
            "--format", terminal.Say("Bentuk hasil", "Form of the result"), "csv", ["csv", "jsonl"]);
        var debugImages = SharedOptions.File(
            "--debug-images", "DIR",
            terminal.Say(
                "Folder untuk gambar apa yang dilihat setiap tahap pembacaan (lambat)",
                "Folder for pictures of what each stage of reading saw (slow)"),
            required: false);
        var jobs = SharedOptions.Jobs(terminal);
        var verb = new Verb(
            "read",
            terminal.Say(
                "Membaca hasil pindai: satu baris untuk setiap butir setiap isian",
                "Reads scans: a row for each item of each field"),
            "omr read pindai/ --template ljk-ukg-100 --out bacaan.csv")
        {
            paths, templates, output, format, debugImages, jobs,
        };
        verb.SetAction(async (parsed, stop) =>
        {
            var language = terminal.Language;
            if (TemplateChoice.Of(parsed.GetRequiredValue(templates), language, out var problem) is not { } forms
                || PaperChoice.Of(parsed.GetRequiredValue(paths), language, out problem) is not { } files)
            {
                return terminal.Fail(problem);
            }
            var images = parsed.GetValue(debugImages) is { } folder ? new DebugImages(folder, language) : null;
            // What the stages saw doesn't cross to another process: it is drawn where the sheet is read.
            var reader = images is null
                ? new BatchReader(forms, parsed.GetValue(jobs), WorkerProgram.Command, TimeProvider.System)
                : new BatchReader(forms, parsed.GetValue(jobs), images.Write);
            var pile = reader.ReadAsync(files, stop);
            var isJson = parsed.GetValue(format) == "jsonl";
            var path = parsed.GetValue(output);
            using var file = path is null ? null : OutputFile.Create(path, language, out problem);
            if (path is not null && file is null) return terminal.Fail(problem);
            var code = await WriteAsync(pile, files.Count, new(file?.Text ?? terminal.Out, isJson), terminal);
            file?.Finish();
            return images?.Fault is { } fault ? terminal.Fail(terminal.Say(fault.Indonesian, fault.English)) : code;
        });
        return verb;
    }

    private static async Task<int> WriteAsync(
        IAsyncEnumerable<FileReading> pile, int files, ReadingWriter writer, Terminal terminal)
    {
        var done = 0;
        var tally = new ReadingTally();
        writer.WriteHeading();
        await foreach (var reading in pile)
        {
            foreach (var row in ReadingRow.Of(reading, terminal.Language)) writer.Write(row);
            tally.Add(reading);
            terminal.Progress($"{++done}/{files}");
        }
        foreach (var line in tally.Say(terminal.Language)) terminal.Note(line);
        return tally.Refused > 0 ? ExitCode.Open : ExitCode.Done;
    }
}
