using System.CommandLine;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using Omr.Scanner.Native;
using Omr.Service.Access;
using Omr.Service.Audit;
using Omr.Service.Hosting;
using Omr.Service.Storage;

namespace Omr.Service.Cli;

/// <summary><c>omr serve</c>: the hosted service.</summary>
internal static class ServeVerb
{
    /// <summary>The verb with its options.</summary>
    public static Verb Make(Terminal terminal)
    {
        var urls = new Option<string>("--urls")
        {
            HelpName = "URL",
            Description = terminal.Say("Alamat layanan (http://127.0.0.1:5080)", "Address to serve at (http://127.0.0.1:5080)"),
            DefaultValueFactory = _ => "http://127.0.0.1:5080",
        };
        var data = Data(terminal);
        var verb = new Verb(
            "serve",
            terminal.Say(
                "Menjalankan layanan: membaca folder pindai, menyimpan, dan melayani lewat HTTP",
                "Runs the service: reads the drop folder, stores, and answers over HTTP"),
            "omr serve --data /var/lib/omr")
        {
            urls, data,
        };
        verb.SetAction((parsed, stop) =>
            RunAsync(parsed.GetRequiredValue(data), parsed.GetRequiredValue(urls), terminal, stop));
        return verb;
    }

    /// <summary><c>--data DIR</c>.</summary>
    public static Option<string> Data(Terminal terminal) => new("--data")
    {
        HelpName = "DIR",
        Description = terminal.Say("Folder data layanan (omr-data)", "The service's data folder (omr-data)"),
        DefaultValueFactory = _ => "omr-data",
    };

    private static async Task<int> RunAsync(string root, string urls, Terminal terminal, CancellationToken stop)
    {
        FileModes.OwnerOnly();
        using var data = DataFolder.TryOpen(root);
        if (data is null)
        {
            return terminal.Fail(terminal.Say(
                $"{root}: folder ini sedang dipakai layanan lain; hentikan dulu atau pilih --data lain",
                $"{root}: another service is using this folder; stop it or choose another --data"));
        }

        await using var app = Build(data, urls, out var unreadable);
        if ((unreadable ?? SettingsCheck.Fault(app!.Configuration) ?? ListeningPorts.Fault(urls)) is { } wrong)
            return terminal.Fail(terminal.Say(wrong.Indonesian, wrong.English));
        try
        {
            if (DatabaseGate.Check(data) is { } damaged)
                return terminal.Fail(terminal.Say(damaged.Indonesian, damaged.English));
            await SchemaUpgrade.RunAsync(app!.Services.GetRequiredService<Store>(), data, TimeProvider.System, stop);
            if (AuditGate.Check(data, app.Services.GetRequiredService<IOptions<AuditOptions>>().Value, stop) is { } broken)
                return terminal.Fail(terminal.Say(broken.Indonesian, broken.English));
            _ = app.Services.GetServices<IHostedService>().Count(); // all of it, before the host would tell of a fault by a stack trace
            await app.StartAsync(stop);
        }
        catch (OptionsValidationException invalid)
        {
            return terminal.Fail(terminal.Say($"omr.json: {invalid.Message}", $"omr.json: {invalid.Message}"));
        }
        catch (Exception error) when (FaultWording.Is(error) && error.InnerException is not SocketException and not AddressInUseException)
        {
            var fault = FaultWording.Of(error);
            return terminal.Fail(terminal.Say($"{data.Root}: {fault.Indonesian}", $"{data.Root}: {fault.English}"));
        }
        catch (IOException taken)
        {
            return terminal.Fail(terminal.Say($"{urls}: {taken.Message}", $"{urls}: {taken.Message}"));
        }

        terminal.Note(terminal.Say(
            $"omr: melayani di {string.Join(' ', app.Urls)}; folder pindai: {data.Drop} (Ctrl-C untuk berhenti)",
            $"omr: serving at {string.Join(' ', app.Urls)}; drop folder: {data.Drop} (Ctrl-C to stop)"));
        if (ListeningPorts.Unencrypted(urls) is { } open)
            terminal.Note(terminal.Say($"omr: {open.Indonesian}", $"omr: {open.English}"));
        await TellFirstStartAsync(app, terminal, stop);
        await app.WaitForShutdownAsync(stop);
        // Where a part of it broke the host ends as if it had been asked to; who supervises it must be told, to start it again.
        return app.Services.GetServices<IHostedService>().OfType<BackgroundService>().Any(b => b.ExecuteTask is { IsFaulted: true })
            ? ExitCode.Bad
            : ExitCode.Done;
    }

    /// <summary>Says how the first administrator gets in, where there is none yet.</summary>
    public static async Task TellFirstStartAsync(WebApplication app, Terminal terminal, CancellationToken stop)
    {
        var start = app.Services.GetRequiredService<FirstStart>();
        if (!await start.IsOpenAsync(stop))
            return;
        var address = app.Urls.First().Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal).Replace("[::]", "127.0.0.1", StringComparison.Ordinal);
        terminal.Note(terminal.Say(
            $"omr: belum ada administrator; buka {address}/mulai dan masukkan kode sekali pakai {start.Code}",
            $"omr: there is no administrator yet; open {address}/mulai and enter the one-time code {start.Code}"));
    }

    private static WebApplication? Build(DataFolder data, string urls, out Wording? unreadable)
    {
        unreadable = null;
        try
        {
            return OmrHost.Build(data, urls);
        }
        catch (InvalidDataException unread) when (SettingsCheck.Unreadable(unread) is { } fault)
        {
            unreadable = fault;
            return null;
        }
    }
}
