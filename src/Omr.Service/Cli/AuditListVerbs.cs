using System.Text.Encodings.Web;
using System.Text.Json;
using Omr.Service.Audit;
using Omr.Service.Hosting;

namespace Omr.Service.Cli;

/// <summary><c>omr audit show</c> for people, <c>omr audit export</c> for programs.</summary>
internal static class AuditListVerbs
{
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The verb that shows the last entries.</summary>
    public static Verb Show(Terminal terminal)
    {
        var data = ServeVerb.Data(terminal);
        var last = SharedOptions.Number("--last", terminal.Say("Banyaknya entri terakhir", "How many of the last entries"), 1, 1_000_000, 20);
        var verb = new Verb(
            "show", terminal.Say("Menampilkan entri terakhir", "Shows the last entries"), "omr audit show --data /var/lib/omr --last 50")
        {
            data, last,
        };
        verb.SetAction(parsed => Each(parsed.GetRequiredValue(data), parsed.GetValue(last), terminal, entry => terminal.Out.WriteLine(Line(entry))));
        return verb;
    }

    /// <summary>The verb that writes all entries as JSON lines.</summary>
    public static Verb Export(Terminal terminal)
    {
        var data = ServeVerb.Data(terminal);
        var output = SharedOptions.File("--out", "F.jsonl", terminal.Say("Berkas hasil", "Result file"), required: true);
        var verb = new Verb(
            "export",
            terminal.Say("Menulis seluruh log, satu baris JSON setiap entri", "Writes the whole log, a line of JSON an entry"),
            "omr audit export --data /var/lib/omr --out log.jsonl")
        {
            data, output,
        };
        verb.SetAction(parsed =>
        {
            using var file = OutputFile.Create(parsed.GetRequiredValue(output), terminal.Language, out var problem);
            if (file is null)
                return terminal.Fail(problem);
            var code = Each(
                parsed.GetRequiredValue(data), long.MaxValue, terminal, entry => file.Text.WriteLine(JsonSerializer.Serialize(entry, Json)));
            if (code == ExitCode.Done)
                file.Finish();
            return code;
        });
        return verb;
    }

    private static int Each(string data, long last, Terminal terminal, Action<AuditEntry> tell)
    {
        if (DataFolder.Missing(data) is { } missing)
            return terminal.Fail(terminal.Say(missing.Indonesian, missing.English));
        using var log = new AuditLog(DataFolder.DatabaseOf(data));
        foreach (var entry in log.Entries(log.Size() - last))
            tell(AuditEntry.Parse(entry.Bytes));
        return ExitCode.Done;
    }

    private static string Line(AuditEntry entry)
    {
        var change = entry.Before.Length + entry.After.Length == 0 ? "" : $"  {entry.Before} > {entry.After}";
        var why = entry.Why.Length == 0 ? "" : $"  ({entry.Why})";
        var line = FormattableString.Invariant(
            $"{entry.Number,6}  {entry.Time}  {entry.Who} ({entry.Role})  {entry.Act}  {entry.Subject}{change}{why}");
        // What people typed must not steer the terminal.
        return string.Concat(line.Select(c => char.IsControl(c) ? ' ' : c));
    }
}
