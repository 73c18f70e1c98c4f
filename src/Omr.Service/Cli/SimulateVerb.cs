using System.Collections.Frozen;
using Omr.Service.Rosters;
using Omr.Simulator;
using Omr.Simulator.Encoding;
using Omr.Simulator.Profiles;

namespace Omr.Service.Cli;

/// <summary><c>omr simulate</c>: scans of filled sheets whose truth is known, for rehearsals.</summary>
internal static class SimulateVerb
{
    private static readonly FrozenDictionary<string, ScanFormat> Formats = new Dictionary<string, ScanFormat>
    {
        ["jpg"] = ScanFormat.Jpeg,
        ["tif"] = ScanFormat.Tiff,
        ["g4"] = ScanFormat.TiffG4,
        ["png"] = ScanFormat.Png,
        ["bmp"] = ScanFormat.Bmp,
        ["pdf"] = ScanFormat.Pdf,
    }.ToFrozenDictionary();

    /// <summary>The verb with its options.</summary>
    public static Verb Make(Terminal terminal)
    {
        var template = SharedOptions.Template(terminal);
        var roster = SharedOptions.File(
            "--roster", "R.csv", terminal.Say("Daftar peserta", "The participants"), required: true);
        var output = SharedOptions.File(
            "--out", "DIR",
            terminal.Say("Folder untuk hasil pindai dan truth.csv", "Folder for the scans and truth.csv"),
            required: true);
        var profile = SharedOptions.Choice(
            "--profile", terminal.Say("Mutu arsiran, kertas, dan pemindai", "Quality of marks, paper and scanner"),
            SimulationProfile.Normal.Name, [.. SimulationProfile.All.Select(p => p.Name)]);
        var seed = SharedOptions.Number(
            "--seed", terminal.Say("Benih acak; benih sama, hasil sama", "Seed; the same seed gives the same bytes"),
            0, int.MaxValue, 1);
        var format = SharedOptions.Choice(
            "--format", terminal.Say("Format hasil pindai", "Format of the scans"), "jpg",
            ["jpg", "tif", "png", "pdf", "bmp", "g4"]);
        var dpi = SharedOptions.Number("--dpi", terminal.Say("Resolusi", "Resolution"), 100, 600, 200);
        var jobs = SharedOptions.Jobs(terminal);
        var verb = new Verb(
            "simulate",
            terminal.Say("Membuat hasil pindai tiruan yang isinya diketahui", "Makes scans whose content is known"),
            "omr simulate --template ljk-ukg-100 --roster peserta.csv --out pindai/ --profile normal --seed 7")
        {
            template, roster, output, profile, seed, format, dpi, jobs,
        };
        verb.SetAction(async (parsed, stop) =>
        {
            var named = parsed.GetRequiredValue(template);
            if (TemplateChoice.Of(named, terminal.Language, out var problem) is not { } form)
                return terminal.Fail(problem);
            var errors = new List<RowError>();
            if (RosterFile.Read(parsed.GetRequiredValue(roster), FormLimits.Of([form]), errors) is not { } people)
                return terminal.Fail(errors);
            var folder = parsed.GetRequiredValue(output);
            if (File.Exists(folder))
            {
                return terminal.Fail(terminal.Say(
                    $"{folder}: itu berkas; --out perlu folder", $"{folder}: that is a file; --out takes a folder"));
            }
            var settings = new SimulationSettings(
                form,
                SimulationProfile.Named(parsed.GetRequiredValue(profile))!,
                (ulong)parsed.GetValue(seed),
                Formats[parsed.GetRequiredValue(format)],
                parsed.GetValue(dpi),
                parsed.GetValue(jobs));
            var plans = Simulation.Plan(settings, [.. people.Participants.OrderBy(p => p.Row).Select(Participant)]);
            await Simulation.Run(settings, plans, folder, done => terminal.Progress($"{done}/{plans.Length}"), stop);
            terminal.Note(terminal.Say($"{plans.Length} lembar di {folder}", $"{plans.Length} sheets in {folder}"));
            return ExitCode.Done;
        });
        return verb;
    }

    private static SimulatedParticipant Participant(Participant participant) => new(
        participant.Number,
        participant.Name,
        participant.BirthDate,
        participant.Subject,
        participant.Package,
        PrintVerb.Placement(participant));
}
