namespace Omr.Service.Cli;

/// <summary><c>omr demo</c>: the main job on a rehearsal room of 24, from printing to reconciliation.</summary>
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
        var verb = new Verb(
            "demo",
            terminal.Say(
                "Gladi satu ruang berisi 24 peserta: cetak, isi, pindai, baca, skor, cocokkan",
                "Rehearses a room of 24: print, fill, scan, read, score, reconcile"),
            "omr demo --out gladi")
        {
            output,
        };
        verb.SetAction((parsed, stop) => RunAsync(parsed.GetRequiredValue(output), terminal, stop));
        return verb;
    }

    // The seam to the rehearsal: its owner replaces this method by a call.
    private static Task<int> RunAsync(string folder, Terminal terminal, CancellationToken stop) =>
        Task.FromResult(terminal.Fail(terminal.Say("demo belum tersedia", "demo is not available yet")));
}
