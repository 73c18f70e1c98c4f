using System.CommandLine;
using System.Globalization;
using Omr.Service.Exports;
using Omr.Service.Hosting;
using Omr.Service.Rosters;
using Omr.Service.Sampling;

namespace Omr.Service.Cli;

/// <summary><c>omr audit sample</c>: draws sheets for a blind second reading by people, and says what the outcome proves.</summary>
internal static class AuditSampleVerb
{
    /// <summary>The verb with its options.</summary>
    public static Verb Make(Terminal terminal)
    {
        var data = ServeVerb.Data(terminal);
        var seed = SharedOptions.File("--seed", "S", terminal.Say("Benih yang ditentukan di depan umum, misalnya lemparan dadu", "Seed made in public, for example by dice"), required: false);
        var size = SharedOptions.Number("--size", terminal.Say("Banyaknya lembar", "How many sheets"), 1, 1_000_000, 0);
        size.Description = terminal.Say("Banyaknya lembar; atau --risk", "How many sheets; or --risk");
        var risk = Risk(terminal);
        var run = new Option<long?>("--run") { HelpName = "R", Description = terminal.Say("Skoring (bawaan: yang terakhir)", "Scoring run (default: the newest)") };
        var evaluate = SharedOptions.File("--evaluate", "F.csv", terminal.Say("Formulir yang sudah diisi", "A form that was filled in"), required: false);
        var output = SharedOptions.File(
            "--out", "DIR|F.csv", terminal.Say("Folder sampel; dengan --evaluate berkas selisih", "Folder for the sample; with --evaluate a file of differences"), required: false);
        var verb = new Verb(
            "sample",
            terminal.Say("Sampel untuk pembacaan kedua oleh orang, dan apa yang dibuktikannya", "A sample for a second reading by people, and what it proves"),
            "omr audit sample --seed 4-2-6-1-3 --risk 0.001 --data /var/lib/omr --out sampel/")
        {
            data, seed, size, risk, run, evaluate, output,
        };
        verb.SetAction(async (parsed, stop) =>
        {
            var root = parsed.GetRequiredValue(data);
            if (DataFolder.Missing(root) is { } missing)
                return terminal.Fail(terminal.Say(missing.Indonesian, missing.English));
            var (path, filled, count, rate) = (parsed.GetValue(output), parsed.GetValue(evaluate), parsed.GetValue(size), parsed.GetValue(risk));
            if (filled is not null)
                return await EvaluateAsync(root, filled, path, terminal, stop);
            if (parsed.GetValue(seed) is not { Length: > 0 } word || path is null || count == 0 == rate is null)
            {
                return terminal.Fail(terminal.Say(
                    "berikan --seed S, --out DIR, dan --size N atau --risk P; atau --evaluate F.csv",
                    "give --seed S, --out DIR, and --size N or --risk P; or --evaluate F.csv"));
            }

            var (draw, problem) = await SampleDrawing.DrawAsync(
                root, parsed.GetValue(run), word, all => rate is { } p ? LotBound.Needed(all, Math.Max(1, (long)Math.Ceiling(p * all))) : count,
                path, TimeProvider.System, stop);
            if (draw is null)
                return terminal.Fail(terminal.Say(problem!.Indonesian, problem.English));
            Line(
                terminal, $"{draw.Size} dari {draw.Population} lembar skoring {draw.Run} ditarik dengan benih {draw.Seed}; formulir kosong dan citra di {path}",
                $"{draw.Size} of {draw.Population} sheets of run {draw.Run} drawn by seed {draw.Seed}; the empty form and the scans are in {path}");
            return ExitCode.Done;
        });
        return verb;
    }

    private static async Task<int> EvaluateAsync(string data, string form, string? output, Terminal terminal, CancellationToken stop)
    {
        var errors = new List<RowError>();
        if (SampleForm.Read(form, errors) is not { } readings)
            return terminal.Fail(errors);
        var (evaluation, problem) = await SampleEvaluation.OfAsync(data, readings, stop);
        if (evaluation is null)
            return terminal.Fail(terminal.Say(problem!.Indonesian, problem.English));
        if (output is not null)
        {
            using var file = OutputFile.Create(output, terminal.Language, out var wrong);
            if (file is null)
                return terminal.Fail(wrong);
            await file.Stream.WriteAsync(Differences(evaluation.Outcome), stop);
            file.Finish();
        }

        Tell(evaluation, terminal);
        return evaluation.Outcome.Differences.IsEmpty ? ExitCode.Done : ExitCode.Open;
    }

    private static void Tell(SampleEvaluation evaluation, Terminal terminal)
    {
        var (draw, o) = (evaluation.Draw, evaluation.Outcome);
        var (perSheet, perAnswer) = (RateBound.Upper(o.BadSheets, o.Sheets), RateBound.Upper(o.BadAnswers, o.Answers));
        var lot = LotBound.Upper(draw.Population, o.Sheets, o.BadSheets);
        Line(
            terminal, $"sampel   skoring {draw.Run}, benih {draw.Seed}, {o.Sheets} dari {draw.Population} lembar (log entri {evaluation.Entry})",
            $"sample   run {draw.Run}, seed {draw.Seed}, {o.Sheets} of {draw.Population} sheets (log entry {evaluation.Entry})");
        if (evaluation.Draws.Length > 1)
        {
            Line(
                terminal, $"perhatian: sampel skoring ini ditarik {evaluation.Draws.Length} kali (entri {string.Join(", ", evaluation.Draws)}); tanyakan mengapa",
                $"note: samples of this run were drawn {evaluation.Draws.Length} times (entries {string.Join(", ", evaluation.Draws)}); ask why");
        }

        Line(
            terminal, $"lembar   {o.BadSheets} dari {o.Sheets} salah baca: dengan keyakinan 95 % paling banyak {perSheet:0.00e+0} per lembar, {lot} dari {draw.Population} lembar",
            $"sheets   {o.BadSheets} of {o.Sheets} misread: with 95 % confidence at most {perSheet:0.00e+0} a sheet, {lot} of the {draw.Population} sheets");
        Line(
            terminal, $"jawaban  {o.BadAnswers} dari {o.Answers} salah baca: paling banyak {perAnswer:0.00e+0} per jawaban, kalau kesalahan tidak berkumpul di satu lembar; {o.Doubted} diragukan mesin, {o.Untold} tidak dapat dipastikan pembaca",
            $"answers  {o.BadAnswers} of {o.Answers} misread: at most {perAnswer:0.00e+0} an answer, if errors don't gather on one sheet; {o.Doubted} doubted by the machine, {o.Untold} that people couldn't tell");
        foreach (var d in o.Differences)
        {
            Line(
                terminal, $"selisih  lembar {d.Sheet} {d.Field} {d.Item}: mesin '{d.Machine}', orang '{d.People}'",
                $"differs  sheet {d.Sheet} {d.Field} {d.Item}: machine '{d.Machine}', people '{d.People}'");
        }
    }

    private static byte[] Differences(SampleOutcome outcome) => ReportCsv.Write(
        ["lembar", "isian", "butir", "mesin", "orang"],
        outcome.Differences.Select(d => (string[])
            [d.Sheet.ToString(CultureInfo.InvariantCulture), d.Field, d.Item.ToString(CultureInfo.InvariantCulture), d.Machine, d.People]));

    private static Option<double?> Risk(Terminal terminal)
    {
        var option = new Option<double?>("--risk")
        {
            HelpName = "0.001",
            Description = terminal.Say(
                "Bagian lembar salah baca yang hendak ditemukan (95 %); menggantikan --size", "Share of misread sheets to be found (95 %); instead of --size"),
            CustomParser = result => double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var rate) ? rate : null,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var word]
                && !(double.TryParse(word.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var rate) && rate is > 0 and < 1))
                result.AddError(option.HelpName);
        });
        return option;
    }

    private static void Line(Terminal terminal, FormattableString indonesian, FormattableString english) => terminal.Out.WriteLine(terminal.Say(
        indonesian.ToString(CultureInfo.InvariantCulture), english.ToString(CultureInfo.InvariantCulture)));
}
