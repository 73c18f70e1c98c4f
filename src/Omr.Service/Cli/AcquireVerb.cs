using Omr.Scanner.Acquire;
using Omr.Service.Access;
using Omr.Service.Hosting;
using Omr.Service.Rosters;
using Omr.Service.Sheets;
using Omr.Service.Storage;

namespace Omr.Service.Cli;

/// <summary><c>omr acquire</c>: scans a room's sheets into the service's drop folder.</summary>
internal static class AcquireVerb
{
    /// <summary>The verb with its options.</summary>
    public static Verb Make(Terminal terminal)
    {
        var device = SharedOptions.File(
            "--device", "D", terminal.Say("Nama pemindai menurut SANE (lihat: scanimage -L)", "The scanner's SANE name (see: scanimage -L)"), required: true);
        var room = SharedOptions.File(
            "--room", "KAB-LOKASI-RUANG", terminal.Say("Ruang yang LJK-nya dipindai", "The room whose sheets are scanned"), required: true);
        room.Validators.Add(result =>
        {
            if (result.Tokens is [var word] && Region.Parse(word.Value) is not { Ruang.Length: > 0 })
                result.AddError(room.HelpName!);
        });
        var source = SharedOptions.File(
            "--source", "S", terminal.Say("Asal kertas menurut SANE, misalnya ADF", "Paper source as SANE calls it, for example ADF"), required: false);
        var dpi = SharedOptions.Number("--dpi", terminal.Say("Resolusi", "Resolution"), 150, 600, 200);
        var count = SharedOptions.Number("--count", terminal.Say("Lembar paling banyak; 0 sampai habis", "Pages at most; 0 for all"), 0, 500, 0);
        var scanner = SharedOptions.File(
            "--operator", "NAME", terminal.Say("Akun yang memindai; ia tidak boleh memutus koreksinya", "Account of whoever scans, who may not confirm its corrections"), required: false);
        var data = ServeVerb.Data(terminal);
        var verb = new Verb(
            "acquire",
            terminal.Say("Memindai LJK satu ruang dengan pemindai SANE ke folder layanan", "Scans a room's sheets by a SANE scanner into the service's folder"),
            "omr acquire --device test:0 --room 05-012-003 --data omr-data")
        {
            device, room, source, dpi, count, scanner, data,
        };
        verb.SetAction(async (parsed, stop) =>
        {
            if (parsed.GetValue(scanner) is { } name
                && await RecordAsync(parsed.GetRequiredValue(data), RoomId.Parse(parsed.GetRequiredValue(room))!, name, terminal, stop) is { } problem)
            {
                return problem;
            }

            var sane = new SaneScanner(
                parsed.GetRequiredValue(device), parsed.GetValue(dpi), parsed.GetValue(source) ?? "", TimeProvider.System);
            var folder = Path.Combine(parsed.GetRequiredValue(data), "drop", parsed.GetRequiredValue(room));
            try
            {
                return Tell(
                    terminal,
                    await sane.ScanAsync(folder, parsed.GetValue(count), [], n => terminal.Progress($"{n}"), stop));
            }
            catch (IOException missing)
            {
                return terminal.Fail(missing.Message);
            }
        });
        return verb;
    }

    // Before the first sheet: none may come whose scanner isn't known.
    private static async Task<int?> RecordAsync(string root, RoomId room, string name, Terminal terminal, CancellationToken stop)
    {
        var database = DataFolder.DatabaseOf(root);
        if (File.Exists(database))
        {
            await using var store = new Store(database);
            if (await new Accounts(store, TimeProvider.System).ByNameAsync(name, stop) is { } account)
            {
                await new ScanLog(store, TimeProvider.System).RecordAsync(room, account, stop);
                return null;
            }
        }

        return terminal.Fail(terminal.Say(
            $"{name}: akun ini tidak ada di {root}; buat dengan omr admin create-user",
            $"{name}: there is no such account in {root}; make it by omr admin create-user"));
    }

    private static int Tell(Terminal terminal, ScanResult result)
    {
        terminal.Note(terminal.Say($"{result.Pages} lembar dipindai", $"{result.Pages} pages scanned"));
        return result.End switch
        {
            ScanEnd.Done => ExitCode.Done,
            ScanEnd.NoPaper => terminal.Fail(terminal.Say("pengumpan kertas kosong", "the feeder is empty")),
            ScanEnd.Jammed => terminal.Fail(terminal.Say(
                "kertas macet; lembar yang sudah dipindai aman, keluarkan kertas lalu pindai sisanya",
                "paper jam; pages scanned so far are safe, free the paper and scan the rest")),
            ScanEnd.CoverOpen => terminal.Fail(terminal.Say("tutup pemindai terbuka", "the scanner's cover is open")),
            ScanEnd.Busy => terminal.Fail(terminal.Say("pemindai sedang dipakai", "the scanner is in use")),
            ScanEnd.Silent => terminal.Fail(terminal.Say("pemindai tidak menjawab; dihentikan", "the scanner doesn't answer; stopped")),
            _ => terminal.Fail(terminal.Say($"pemindai gagal: {result.Words}", $"the scanner failed: {result.Words}")),
        };
    }
}
