using System.CommandLine;
using System.CommandLine.Help;
using Omr.Scanner.Workers;

namespace Omr.Service.Cli;

/// <summary>
/// The program's verbs, and its edge: wrong arguments and unexpected exceptions end here as one line on standard
/// error and exit code 2. With <c>OMR_DEBUG=1</c> the exception follows in full.
/// </summary>
internal static class CommandLine
{
    // Paths may begin with "@", and no verb has short options to bundle.
    private static readonly ParserConfiguration Parsing = new()
    {
        ResponseFileTokenReplacer = null,
        EnablePosixBundling = false,
    };

    /// <summary>Runs the program with these arguments and gives its exit code.</summary>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments, Terminal terminal, CancellationToken stop)
    {
        try
        {
            var parsed = Root(terminal).Parse(arguments, Parsing);
            if (parsed.Action is not HelpText && UsageError.In(parsed, terminal.Language) is { } wrong)
                return terminal.Fail(wrong);
            var edge = new InvocationConfiguration
            {
                Output = terminal.Out,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            var code = await parsed.InvokeAsync(edge, stop);
            await terminal.Out.FlushAsync(stop);
            return code;
        }
        catch (OperationCanceledException)
        {
            terminal.Note(terminal.Say("omr: dihentikan", "omr: stopped"));
            return ExitCode.Stopped;
        }
        catch (WorkerStartException broken)
        {
            return terminal.Fail(terminal.Say(
                $"proses pembaca tidak dapat dijalankan, periksa pemasangan program ({broken.Message})",
                $"the reading process can't be started, check the program's installation ({broken.Message})"));
        }
        catch (UnauthorizedAccessException closed)
        {
            return terminal.Fail(terminal.Say(
                $"tidak ada izin menulis atau membaca di situ: {closed.Message}", $"no permission to write or read there: {closed.Message}"));
        }
        catch (Exception unexpected)
        {
            if (Environment.GetEnvironmentVariable("OMR_DEBUG") == "1") terminal.Note(unexpected.ToString());
            return terminal.Fail(terminal.Say(
                $"kesalahan tak terduga: {unexpected.Message} (rincian: jalankan lagi dengan OMR_DEBUG=1)",
                $"unexpected error: {unexpected.Message} (for details run again with OMR_DEBUG=1)"));
        }
    }

    private static Verb Root(Terminal terminal)
    {
        var language = SharedOptions.Choice(
            "--lang",
            terminal.Say("Bahasa (juga lewat OMR_LANG)", "Language (OMR_LANG works too)"),
            Language.Indonesian.Code,
            [Language.Indonesian.Code, Language.English.Code]);
        language.Recursive = true;
        return new Verb(
            "omr",
            terminal.Say(
                "Membaca, menskor, dan mencocokkan lembar jawaban komputer (LJK)",
                "Reads, scores and reconciles bubble answer sheets (LJK)"),
            "omr demo")
        {
            TemplateVerb.Make(terminal),
            PrintVerb.Make(terminal),
            ReadVerb.Make(terminal),
            ScoringReportVerb.Make(terminal),
            SimulateVerb.Make(terminal),
            ScoreVerb.Make(terminal),
            ServeVerb.Make(terminal),
            AdminVerb.Make(terminal),
            AcquireVerb.Make(terminal),
            AuditVerb.Make(terminal),
            PackageVerb.Make(terminal),
            BackupVerb.MakeBackup(terminal),
            BackupVerb.MakeRestore(terminal),
            DemoVerb.Make(terminal),
            language,
            new HelpOption("--help", "-h", "-?")
            {
                Description = terminal.Say("Menampilkan petunjuk ini", "Shows this help"),
                Action = new HelpText(terminal.Language),
            },
        };
    }
}
