using System.CommandLine;
using Omr.Scanner.Native;
using Omr.Service.Access;
using Omr.Service.Hosting;
using Omr.Service.Storage;

namespace Omr.Service.Cli;

/// <summary><c>omr admin</c>: accounts of people and machines. Works beside a running service.</summary>
internal static class AdminVerb
{
    /// <summary>The verb with its own verbs.</summary>
    public static Verb Make(Terminal terminal)
    {
        var create = new CreateAccount(terminal);
        return new(
            "admin",
            terminal.Say("Mengelola akun pengguna dan kunci API", "Manages accounts and API keys"),
            "omr admin create-key sistem-nilai --role sistem")
        {
            create.User(),
            create.Key(),
            Change(
                "reset-password",
                terminal.Say("Memberi kata sandi baru dan menampilkannya satu kali", "Gives a new password and shows it once"),
                static (desk, name, stop) => desk.ResetPasswordAsync(Caller.Program, name, stop),
                Wording.None, // the password says it
                terminal),
            Change(
                "reset-second-factor",
                terminal.Say("Mencabut kode sekali pakai (ponsel hilang)", "Takes away one-time codes (phone lost)"),
                static async (desk, name, stop) => ("", await desk.ResetCodesAsync(Caller.Program, name, stop)),
                new("kode sekali pakai dicabut; akun diminta mengaturnya lagi", "one-time codes taken away; the account sets them up anew"),
                terminal),
            Change(
                "disable",
                terminal.Say("Menutup akun untuk seterusnya dan mengakhiri sesinya", "Shuts an account out for good and ends its sessions"),
                static async (desk, name, stop) => ("", await desk.DisableAsync(Caller.Program, name, stop)),
                new("akun ditutup dan sesinya diakhiri", "account shut out and its sessions ended"),
                terminal),
        };
    }

    /// <summary>Says that a folder is no service's; an account made there would never be found again.</summary>
    public static Wording? Missing(string root) => DataFolder.Missing(root) is { } missing
        ? new(
            $"{missing.Indonesian}; jalankan dulu omr serve --data {root}, atau betulkan --data",
            $"{missing.English}; run omr serve --data {root} first, or correct --data")
        : null;

    private static Verb Change(
        string word, string description, Func<AccountDesk, string, CancellationToken, Task<(string Secret, Refused? Refused)>> change, Wording done,
        Terminal terminal)
    {
        var name = new Argument<string>("NAME") { Description = terminal.Say("Nama akun", "Name of the account") };
        var data = ServeVerb.Data(terminal);
        var verb = new Verb(word, description, $"omr admin {word} siti") { name, data };
        verb.SetAction(async (parsed, stop) =>
        {
            if (Missing(parsed.GetRequiredValue(data)) is { } missing)
                return terminal.Fail(terminal.Say(missing.Indonesian, missing.English));
            FileModes.OwnerOnly();
            await using var store = new Store(DataFolder.DatabaseOf(parsed.GetRequiredValue(data)));
            await store.MigrateAsync(stop);
            // A running service asks the database again within seconds; here nobody is signed in.
            var time = TimeProvider.System;
            var sessions = new Sessions(store, Microsoft.Extensions.Options.Options.Create(new ServiceOptions()), time);
            var (secret, refused) = await change(
                new(store, new(store, time), sessions, time), parsed.GetRequiredValue(name), stop);
            if (refused is not null)
                return terminal.Fail(terminal.Say(refused.Why.Indonesian, refused.Why.English));
            if (secret.Length > 0)
                await terminal.Out.WriteLineAsync(secret);
            else
                terminal.Note(terminal.Say($"{parsed.GetRequiredValue(name)}: {done.Indonesian}", $"{parsed.GetRequiredValue(name)}: {done.English}"));
            return ExitCode.Done;
        });
        return verb;
    }
}
