using System.CommandLine;
using System.Globalization;
using Omr.Engine.Template;
using Omr.Scanner;
using Omr.Service.Exports;
using Omr.Service.Reconciliation;
using Omr.Service.Rosters;
using Omr.Service.Runs;
using Omr.Service.Scoring;

namespace Omr.Service.Cli;

/// <summary><c>omr score</c>: reads the pile, scores it against the key and balances it with the attendance lists.</summary>
internal static class ScoreVerb
{
    /// <summary>The verb with its options.</summary>
    public static Verb Make(Terminal terminal)
    {
        var paths = SharedOptions.Paths(terminal);
        var templates = SharedOptions.Templates(terminal);
        var roster = SharedOptions.File(
            "--roster", "R.csv", terminal.Say("Daftar peserta", "The participants"), required: true);
        var attendance = SharedOptions.File(
            "--attendance", "A.csv", terminal.Say("Daftar hadir", "The attendance lists"), required: true);
        var key = SharedOptions.File(
            "--key", "K.csv", terminal.Say("Kunci jawaban", "The answer keys"), required: true);
        var output = SharedOptions.File(
            "--out", "DIR",
            terminal.Say("Folder untuk nilai.csv dan temuan.csv", "Folder for nilai.csv and temuan.csv"),
            required: true);
        var weights = Weights(terminal);
        var jobs = SharedOptions.Jobs(terminal);
        var verb = new Verb(
            "score",
            terminal.Say(
                "Membaca hasil pindai, menskor, dan mencocokkannya dengan daftar hadir",
                "Reads scans, scores them and reconciles them with the attendance lists"),
            "omr score pindai/ --template ljk-ukg-100 --roster peserta.csv --attendance hadir.csv --key kunci.csv --out hasil/")
        {
            paths, templates, roster, attendance, key, output, weights, jobs,
        };
        verb.SetAction((parsed, stop) =>
            TemplateChoice.Of(parsed.GetRequiredValue(templates), terminal.Language, out var problem) is { } forms
                ? RunAsync(
                    new(
                        parsed.GetRequiredValue(paths),
                        forms,
                        parsed.GetRequiredValue(roster),
                        parsed.GetRequiredValue(attendance),
                        parsed.GetRequiredValue(key),
                        parsed.GetRequiredValue(output),
                        Parse(parsed.GetRequiredValue(weights))!,
                        parsed.GetValue(jobs)),
                    terminal,
                    stop)
                : Task.FromResult(terminal.Fail(problem)));
        return verb;
    }

    // A list that was cut off is a good key of a shorter exam; only the form says that there should be more.
    private static void WarnOfShortKeys(Exam exam, IReadOnlyList<FormTemplate> forms, Terminal terminal)
    {
        var items = forms.Min(f => f.Field("jawaban")?.Items ?? 0);
        foreach (var key in exam.Key.Packages.Where(k => k.Items.Length < items))
        {
            terminal.Note(terminal.Say(
                $"perhatian: kunci mapel {key.Subject} paket {key.Package} berisi {key.Items.Length} butir, formulir {items}; periksa apakah kunci terpotong",
                $"note: the key of subject {key.Subject} package {key.Package} has {key.Items.Length} items, the form {items}; check that it was not cut off"));
        }
    }

    private static Option<string> Weights(Terminal terminal)
    {
        var option = new Option<string>("--weights")
        {
            HelpName = "0.30/0.70",
            Description = terminal.Say(
                "Bobot pedagogik/profesional, jumlahnya 1", "What pedagogy/professional weigh, together 1"),
            DefaultValueFactory = _ => "0.30/0.70",
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var word] && Parse(word.Value) is null)
                result.AddError(option.HelpName);
        });
        return option;
    }

    private static ScoreWeights? Parse(string text) =>
        text.Replace(',', '.').Split('/') is [var p, var f]
        && decimal.TryParse(p, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var pedagogy)
        && decimal.TryParse(f, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var professional)
        && new ScoreWeights(pedagogy, professional) is { IsValid: true } weights
            ? weights
            : null;

    private static async Task<int> RunAsync(ScoreRequest request, Terminal terminal, CancellationToken stop)
    {
        if (PaperChoice.Of(request.Paths, terminal.Language, out var problem) is not { } files)
            return terminal.Fail(problem);
        if (File.Exists(request.Out))
        {
            return terminal.Fail(terminal.Say(
                $"{request.Out}: itu berkas; --out perlu folder", $"{request.Out}: that is a file; --out takes a folder"));
        }
        var errors = new List<RowError>();
        var exam = ScoreInputs.Read(
            request.Roster, request.Attendance, request.Key, request.Templates, request.Weights, errors);
        if (exam is null)
            return terminal.Fail(errors);
        WarnOfShortKeys(exam, request.Templates, terminal);
        var reader = new BatchReader(request.Templates, request.Jobs, WorkerProgram.Command, TimeProvider.System);
        var report = await ScoreRun.ExecuteAsync(
            exam, reader, files, done => terminal.Progress($"{done}/{files.Count}"), stop);
        var fault = FileSet.Write(
            request.Out,
            ("nilai.csv", ReportCsv.Scores(report)),
            ("temuan.csv", ReportCsv.Findings(report, terminal.Language)));
        if (fault is not null)
            return terminal.Fail(terminal.Say(fault.Indonesian, fault.English));
        terminal.Progress("");
        foreach (var line in SummaryText.Lines(report, terminal.Language))
            await terminal.Out.WriteLineAsync(line);
        return report.IsOpen ? ExitCode.Open : ExitCode.Done;
    }
}
