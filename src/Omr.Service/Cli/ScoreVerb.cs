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
        var jobs = SharedOptions.Jobs(terminal);
        var verb = new Verb(
            "score",
            terminal.Say(
                "Membaca hasil pindai, menskor, dan mencocokkannya dengan daftar hadir",
                "Reads scans, scores them and reconciles them with the attendance lists"),
            "omr score pindai/ --template ljk-ukg-100 --roster peserta.csv --attendance hadir.csv --key kunci.csv --out hasil/")
        {
            paths, templates, roster, attendance, key, output, jobs,
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
                        parsed.GetValue(jobs)),
                    terminal,
                    stop)
                : Task.FromResult(terminal.Fail(problem)));
        return verb;
    }

    // The seam to the scoring: its owner replaces this method by a call.
    private static Task<int> RunAsync(ScoreRequest request, Terminal terminal, CancellationToken stop) =>
        Task.FromResult(terminal.Fail(terminal.Say("score belum tersedia", "score is not available yet")));
}
