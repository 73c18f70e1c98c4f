using Omr.Scanner.Native;
using Omr.Service.Hosting;

namespace Omr.Service.Cli;

/// <summary><c>omr backup</c> and <c>omr restore</c>: a copy of everything, made while the service runs.</summary>
internal static class BackupVerb
{
    /// <summary>The verb that makes a copy.</summary>
    public static Verb MakeBackup(Terminal terminal)
    {
        var data = ServeVerb.Data(terminal);
        var to = SharedOptions.File(
            "--to", "DIR", terminal.Say("Folder cadangan; yang sudah ada ditambah", "Backup folder; one that exists is added to"), required: true);
        var verb = new Verb(
            "backup",
            terminal.Say("Mencadangkan basis data dan citra, juga saat layanan berjalan", "Backs up database and images, also while the service runs"),
            "omr backup --data /var/lib/omr --to /mnt/cadangan")
        {
            data, to,
        };
        verb.SetAction(async (parsed, stop) =>
        {
            FileModes.OwnerOnly();
            var (files, problem) = await DataBackup.MakeAsync(
                parsed.GetRequiredValue(data), parsed.GetRequiredValue(to), TimeProvider.System, n => terminal.Progress($"{n}"), stop);
            return problem is null
                ? Done(terminal, terminal.Say($"cadangan selesai: {files} citra baru disalin", $"backup done: {files} new images copied"))
                : terminal.Fail(terminal.Say(problem.Indonesian, problem.English));
        });
        return verb;
    }

    /// <summary>The verb that brings a copy back.</summary>
    public static Verb MakeRestore(Terminal terminal)
    {
        var from = SharedOptions.File("--from", "DIR", terminal.Say("Folder cadangan", "Backup folder"), required: true);
        var data = ServeVerb.Data(terminal);
        var verb = new Verb(
            "restore",
            terminal.Say(
                "Memulihkan cadangan terakhir ke folder data yang masih kosong, setelah diperiksa",
                "Restores the newest backup to a data folder that is still empty, after checking it"),
            "omr restore --from /mnt/cadangan --data /var/lib/omr")
        {
            from, data,
        };
        verb.SetAction(async (parsed, stop) =>
        {
            FileModes.OwnerOnly();
            var (files, problem) = await DataBackup.RestoreAsync(
                parsed.GetRequiredValue(from), parsed.GetRequiredValue(data), n => terminal.Progress($"{n}"), stop);
            return problem is null
                ? Done(terminal, terminal.Say($"dipulihkan: {files} citra, semuanya utuh", $"restored: {files} images, all whole"))
                : terminal.Fail(terminal.Say(problem.Indonesian, problem.English));
        });
        return verb;
    }

    private static int Done(Terminal terminal, string line)
    {
        terminal.Note(line);
        return ExitCode.Done;
    }
}
