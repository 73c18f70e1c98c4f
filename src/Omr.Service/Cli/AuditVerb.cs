using System.Collections.Immutable;
using Omr.Service.Audit;
using Omr.Service.Audit.Facts;

namespace Omr.Service.Cli;

/// <summary><c>omr audit</c>: verifies the log, shows it, proves things of it to others. Needs no service and no network.</summary>
internal static class AuditVerb
{
    /// <summary>The verb with its own verbs.</summary>
    public static Verb Make(Terminal terminal) => new(
        "audit",
        terminal.Say("Log audit: memeriksa, menampilkan, membuktikan, menarik sampel", "The audit log: verifies, shows, proves, draws samples"),
        "omr audit verify --data /var/lib/omr")
    {
        Verify(terminal),
        AuditListVerbs.Show(terminal),
        AuditListVerbs.Export(terminal),
        AuditProofVerbs.Prove(terminal),
        AuditProofVerbs.Consistency(terminal),
        AuditProofVerbs.Check(terminal),
        AuditSampleVerb.Make(terminal),
    };

    private static Verb Verify(Terminal terminal)
    {
        var (data, heads, key) = (ServeVerb.Data(terminal), KeyChoice.Heads(terminal), KeyChoice.PublicKey(terminal));
        var verb = new Verb(
            "verify",
            terminal.Say("Memeriksa seluruh log terhadap kepala yang disimpan", "Verifies the whole log against the heads that were kept"),
            "omr audit verify --data /var/lib/omr --heads /mnt/usb/kepala --public-key kunci.pem")
        {
            data, heads, key,
        };
        verb.SetAction(async (parsed, stop) =>
        {
            if (KeyChoice.Log(parsed.GetRequiredValue(data), parsed.GetValue(heads), parsed.GetValue(key), terminal.Language, out var problem) is not { } log)
                return terminal.Fail(problem);
            var report = AuditVerifier.Verify(log.Database, log.Heads, stop);
            // Of a log that is itself in doubt it would only repeat that.
            ImmutableArray<Wording> notes = [];
            if (report.Findings.IsEmpty)
            {
                (var findings, notes) = await StoredFacts.CompareAsync(log.Database, stop);
                report = report with { Findings = findings };
            }

            var keys = string.Join(", ", log.Keys.Select(k => k.Id));
            return Tell(report, parsed.GetValue(key) is null ? keys + terminal.Say(
                " (terletak di samping kepala; bandingkan dengan yang Anda terima, atau pakai --public-key)",
                " (lying beside the heads; compare it with the one you were given, or use --public-key)") : keys, notes, terminal);
        });
        return verb;
    }

    private static int Tell(AuditReport report, string keys, ImmutableArray<Wording> notes, Terminal terminal)
    {
        var findings = report.Findings;
        if (report is { Heads: 0, Entries: > 0 })
        {
            findings = findings.Add(new(null, new(
                "tidak ada kepala log yang cocok, jadi tidak terbukti bahwa log ini yang asli",
                "no kept head agrees, so nothing shows that this is the log that was written")));
        }

        void Line(FormattableString indonesian, FormattableString english) => terminal.Out.WriteLine(terminal.Say(
            FormattableString.Invariant(indonesian), FormattableString.Invariant(english)));
        Line($"log      {report.Entries} entri, akar {report.Root}", $"log      {report.Entries} entries, root {report.Root}");
        Line(
            $"kepala   {report.Heads} cocok, sampai entri {report.Covered}; {report.Entries - report.Covered} entri belum ditandatangani",
            $"heads    {report.Heads} agree, up to entry {report.Covered}; {report.Entries - report.Covered} entries not signed yet");
        Line($"kunci    {keys}", $"key      {keys}");
        foreach (var note in notes)
            Line($"catatan  {note.Indonesian}", $"note     {note.English}");
        foreach (var (entry, what) in findings)
        {
            if (entry is { } number)
                Line($"temuan   entri {number}: {what.Indonesian}", $"finding  entry {number}: {what.English}");
            else
                Line($"temuan   {what.Indonesian}", $"finding  {what.English}");
        }

        Line($"{(findings.IsEmpty ? "utuh" : "TIDAK UTUH")}", $"{(findings.IsEmpty ? "whole" : "NOT WHOLE")}");
        return findings.IsEmpty ? ExitCode.Done : ExitCode.Open;
    }
}
