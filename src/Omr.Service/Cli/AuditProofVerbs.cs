using System.CommandLine;
using System.Globalization;
using Omr.Service.Audit;

namespace Omr.Service.Cli;

/// <summary><c>omr audit prove</c> and <c>consistency</c> make proofs, <c>check</c> verifies them.</summary>
internal static class AuditProofVerbs
{
    /// <summary>The verb that proves an entry.</summary>
    public static Verb Prove(Terminal terminal)
    {
        var entry = Number("N", terminal.Say("Nomor entri", "Number of the entry"));
        return Make(
            "prove", terminal.Say("Bukti bahwa sebuah entri ada di log (JSON)", "Proof that an entry is in the log (JSON)"),
            "omr audit prove 17 --data /var/lib/omr --out bukti.json", [entry], terminal,
            (parsed, log, heads) => heads.Covering(parsed.GetValue(entry)) is { } head && log.Size() >= head.Head.Size
                ? ProofFile.OfEntry(parsed.GetValue(entry), head, log)
                : null);
    }

    /// <summary>The verb that proves that the log only grew.</summary>
    public static Verb Consistency(Terminal terminal)
    {
        var first = Number("M", terminal.Say("Banyaknya entri dahulu", "Entries then"));
        var second = Number("N", terminal.Say("Banyaknya entri sekarang", "Entries now"));
        return Make(
            "consistency", terminal.Say("Bukti bahwa log M entri hanya bertambah menjadi N (JSON)", "Proof that the log of M entries only grew to N (JSON)"),
            "omr audit consistency 17 42 --data /var/lib/omr --out bukti.json", [first, second], terminal,
            (parsed, log, heads) => parsed.GetValue(first) <= parsed.GetValue(second) && parsed.GetValue(second) <= log.Size()
                ? ProofFile.OfGrowth(parsed.GetValue(first), parsed.GetValue(second), heads, log)
                : null);
    }

    /// <summary>The verb that verifies a proof.</summary>
    public static Verb Check(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = terminal.Say("Berkas bukti", "The proof") };
        var key = KeyChoice.PublicKey(terminal);
        key.Required = true;
        var verb = new Verb(
            "check", terminal.Say("Memeriksa bukti, tanpa log", "Verifies a proof, without the log"), "omr audit check bukti.json --public-key kunci.pem")
        {
            file, key,
        };
        verb.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(file);
            if (KeyChoice.Of(parsed.GetRequiredValue(key), [], terminal.Language, out var problem) is not { } keys)
                return terminal.Fail(problem);
            if (!File.Exists(path) || ProofFile.Parse(File.ReadAllText(path)) is not { } proof)
                return terminal.Fail(terminal.Say($"{path}: bukan berkas bukti", $"{path}: no proof"));
            var wrong = proof.Problem(keys);
            terminal.Out.WriteLine(wrong is null ? Told(proof, terminal) : terminal.Say(wrong.Indonesian, wrong.English));
            return wrong is null ? ExitCode.Done : ExitCode.Open;
        });
        return verb;
    }

    private static string Told(ProofFile proof, Terminal terminal) => proof.Entry is { } entry
        ? terminal.Say(
            FormattableString.Invariant($"sah: entri {entry.Number} ({entry.Act} {entry.Subject}) ada di log {proof.Size} entri"),
            FormattableString.Invariant($"holds: entry {entry.Number} ({entry.Act} {entry.Subject}) is in the log of {proof.Size} entries"))
        : terminal.Say(
            FormattableString.Invariant($"sah: log {proof.FromSize} entri hanya bertambah menjadi {proof.Size}"),
            FormattableString.Invariant($"holds: the log of {proof.FromSize} entries only grew to {proof.Size}"));

    private static Argument<long> Number(string name, string description)
    {
        var argument = new Argument<long>(name) { Description = description };
        argument.Validators.Add(result =>
        {
            if (result.Tokens is [var word] && !(long.TryParse(word.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is > 0 and <= int.MaxValue))
                result.AddError($"{name}: 1..{int.MaxValue}");
        });
        return argument;
    }

    private static Verb Make(
        string name,
        string description,
        string example,
        Argument<long>[] arguments,
        Terminal terminal,
        Func<ParseResult, AuditLog, HeadSet, ProofFile?> prove)
    {
        var (data, heads, key) = (ServeVerb.Data(terminal), KeyChoice.Heads(terminal), KeyChoice.PublicKey(terminal));
        var output = SharedOptions.File(
            "--out", "F.json", terminal.Say("Berkas hasil (bawaan: keluaran standar)", "Result file (default: standard output)"), required: false);
        var verb = new Verb(name, description, example) { data, heads, key, output };
        foreach (var argument in arguments)
            verb.Add(argument);
        verb.SetAction(parsed =>
        {
            if (KeyChoice.Log(parsed.GetRequiredValue(data), parsed.GetValue(heads), parsed.GetValue(key), terminal.Language, out var problem) is not { } found)
                return terminal.Fail(problem);
            using var log = new AuditLog(found.Database);
            if (prove(parsed, log, found.Heads) is not { } proof)
            {
                return terminal.Fail(terminal.Say(
                    "log, atau kepala yang ditandatangani, belum sepanjang itu", "the log, or a signed head of it, isn't that long yet"));
            }

            if (parsed.GetValue(output) is not { } path)
            {
                terminal.Out.Write(proof.Write());
                return ExitCode.Done;
            }

            using var file = OutputFile.Create(path, terminal.Language, out problem);
            if (file is null)
                return terminal.Fail(problem);
            file.Text.Write(proof.Write());
            file.Finish();
            return ExitCode.Done;
        });
        return verb;
    }
}
