using System.CommandLine;
using Omr.Forms;
using Omr.Scanner;
using Omr.Service.Exports;
using Omr.Service.Reconciliation;
using Omr.Service.Rehearsal;
using Omr.Service.Rosters;
using Omr.Service.Runs;
using Omr.Service.Scoring;
using Omr.Simulator;

namespace Omr.Service.Cli;

/// <summary>
/// <c>omr demo</c>: the main job on a rehearsal room of 24, from printing to reconciliation, then the same room through the
/// hosted service, whose pages then stay open on a filled scan room until Ctrl-C. The planted trouble is meant to be found, so the exit code is 0 when the result is what was worked out
/// by hand, and 1 when it isn't.
/// </summary>
internal static class DemoVerb
{
    /// <summary>The verb with its options.</summary>
    public static Verb Make(Terminal terminal)
    {
        var output = SharedOptions.File(
            "--out", "DIR",
            terminal.Say("Folder untuk semua berkas gladi (bawaan: gladi)", "Folder for all rehearsal files (default: gladi)"),
            required: false);
        output.DefaultValueFactory = _ => "gladi";
        var once = new Option<bool>("--once")
        {
            Description = terminal.Say("Berhenti sesudah gladi, tanpa membuka halaman", "Ends after the rehearsal, without opening the pages"),
        };
        var verb = new Verb(
            "demo",
            terminal.Say(
                "Gladi satu ruang berisi 24 peserta: cetak, isi, pindai, baca, skor, cocokkan",
                "Rehearses a room of 24: print, fill, scan, read, score, reconcile"),
            "omr demo --out gladi")
        {
            output, once,
        };
        verb.SetAction((parsed, stop) => RunAsync(parsed.GetRequiredValue(output), !parsed.GetValue(once), terminal, stop));
        return verb;
    }

    private static async Task<int> RunAsync(string folder, bool staysOpen, Terminal terminal, CancellationToken stop)
    {
        void Step(string indonesian, string english) => terminal.Out.WriteLine(terminal.Say(indonesian, english));
        string At(params string[] names) => Path.Combine([folder, .. names]);
        var jobs = Environment.ProcessorCount;

        Step("1. Menulis peserta.csv, hadir.csv dan kunci.csv: 24 peserta, mapel 180, paket 01 dan 02.",
            "1. Writing peserta.csv, hadir.csv and kunci.csv: 24 participants, subject 180, packages 01 and 02.");
        var fault = FileSet.Write(
            folder, [.. ((string[])["peserta.csv", "hadir.csv", "kunci.csv"]).Select(n => (n, RehearsalRoom.File(n)))]);
        if (fault is not null)
            return terminal.Fail(terminal.Say(fault.Indonesian, fault.English));
        var errors = new List<RowError>();
        var exam = ScoreInputs.Read(
            At("peserta.csv"), At("hadir.csv"), At("kunci.csv"), [RehearsalRoom.Template], ScoreWeights.National, errors);
        if (exam is null)
            return terminal.Fail(errors);

        Step($"2. Mencetak 24 LJK dan {RehearsalRoom.Spares} cadangan: {At("ljk.pdf")}",
            $"2. Printing 24 sheets and {RehearsalRoom.Spares} spares: {At("ljk.pdf")}");
        using (var pdf = OutputFile.Create(At("ljk.pdf"), terminal.Language, out var problem))
        {
            if (pdf is null)
                return terminal.Fail(problem);
            FormPrinter.Print(pdf.Stream, RehearsalRoom.Template, RehearsalRoom.Printed(exam.Roster));
            pdf.Finish();
        }

        var settings = RehearsalRoom.Settings(jobs);
        var plans = RehearsalRoom.Plans(exam.Roster, settings);
        var scans = At("pindai", RehearsalRoom.Room.ToString());
        Step($"3. Mengisi dan memindai {plans.Count} lembar ke {scans}, dengan masalah yang disengaja:",
            $"3. Filling and scanning {plans.Count} sheets to {scans}, with trouble planted:");
        foreach (var trouble in PlantedTrouble(terminal))
            await terminal.Out.WriteLineAsync($"   - {trouble}");
        await terminal.Out.FlushAsync(stop);
        await Simulation.Run(settings, plans, scans, n => terminal.Progress($"{n}/{plans.Count}"), stop);

        terminal.Progress("");
        Step("4. Membaca, menskor dan mencocokkan dengan daftar hadir.", "4. Reading, scoring and reconciling.");
        await terminal.Out.FlushAsync(stop);
        if (PaperChoice.Of([At("pindai")], terminal.Language, out var missing) is not { } files)
            return terminal.Fail(missing);
        var reader = new BatchReader([RehearsalRoom.Template], jobs, WorkerProgram.Command, TimeProvider.System);
        var report = await ScoreRun.ExecuteAsync(
            exam, reader, files, n => terminal.Progress($"{n}/{files.Count}"), stop);
        terminal.Progress("");
        fault = FileSet.Write(
            At("hasil"),
            ("nilai.csv", ReportCsv.Scores(report)),
            ("temuan.csv", ReportCsv.Findings(report, terminal.Language)));
        if (fault is not null)
            return terminal.Fail(terminal.Say(fault.Indonesian, fault.English));
        foreach (var line in SummaryText.Lines(report, terminal.Language))
            await terminal.Out.WriteLineAsync($"   {line}");

        Step("5. Temuan:", "5. Findings:");
        foreach (var finding in report.Findings)
        {
            await terminal.Out.WriteLineAsync(
                $"   {finding.Code} {finding.Number,-14} {terminal.Say(finding.Whole.Indonesian, finding.Whole.English)}");
        }
        var judged = Judge(report, At("hasil"), terminal);
        return await DemoService.RunAsync(folder, scans, report, staysOpen, terminal, stop) ? judged : ExitCode.Open;
    }

    private static int Judge(RunReport report, string results, Terminal terminal)
    {
        var isAsWorkedOut =
            ReportCsv.Scores(report).AsSpan().SequenceEqual(RehearsalRoom.File("nilai.csv"))
            && ReportCsv.Findings(report, Language.Indonesian).AsSpan().SequenceEqual(RehearsalRoom.File("temuan.csv"));
        terminal.Out.WriteLine(isAsWorkedOut
            ? terminal.Say(
                $"Gladi berhasil: nilai dan temuan sama dengan hitungan tangan. Lihat {results}.",
                $"The rehearsal went as planned: scores and findings are those worked out by hand. See {results}.")
            : terminal.Say(
                $"Gladi tidak sesuai: nilai atau temuan berbeda dengan hitungan tangan. Lihat {results}.",
                $"The rehearsal didn't go as planned: scores or findings differ from those worked out by hand. See {results}."));
        return isAsWorkedOut ? ExitCode.Done : ExitCode.Open;
    }

    private static IEnumerable<string> PlantedTrouble(Terminal terminal) =>
    [
        terminal.Say("kursi 05 tidak hadir", "seat 05 is absent"),
        terminal.Say("kursi 08 tidak hadir, tetapi ada LJK-nya", "seat 08 is absent, but has a sheet"),
        terminal.Say("kursi 11 mengumpulkan dua LJK", "seat 11 handed in two sheets"),
        terminal.Say("kursi 14 memakai LJK cadangan", "seat 14 used a spare"),
        terminal.Say("kursi 17 memakai cadangan dan salah menghitamkan nomor", "seat 17 used a spare and bubbled a wrong number"),
        terminal.Say("LJK kursi 20 hilang", "the sheet of seat 20 is missing"),
        terminal.Say("LJK kursi 22 kosong", "the sheet of seat 22 is blank"),
        terminal.Say("kursi 02 menjawab ganda pada butir 70", "seat 02 answered item 70 twice"),
        terminal.Say("LJK kursi 03 terpindai terbalik", "the sheet of seat 03 lies upside down"),
        terminal.Say("sudut LJK kursi 23 robek", "a corner of the sheet of seat 23 is torn off"),
    ];
}
