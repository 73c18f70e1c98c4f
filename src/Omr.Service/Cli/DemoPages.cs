using System.Security.Cryptography;
using Omr.Service.Access;
using Omr.Service.Hosting;
using Omr.Service.Rehearsal;
using Omr.Simulator;

namespace Omr.Service.Cli;

/// <summary>
/// The demo's pages: two everyday rooms are scanned beside the worked one, and whoever wants to look gets the address, the one-time code
/// by which the first administrator is made, and accounts of the other roles with a password that is made for this once.
/// </summary>
internal static class DemoPages
{
    private static readonly (string Name, Role Role, string Region)[] People =
    [
        ("operator-siti", Role.Operator, ""), ("verifikator-budi", Role.Verifikator, ""), ("verifikator-dewi", Role.Verifikator, ""),
        ("pengawas-eko", Role.Pengawas, "12-001-003"), ("korlok-fitri", Role.Korlok, "12-001"), ("korkab-hadi", Role.Korkab, "12"), ("pemberkasan-indah", Role.Pemberkasan, ""),
        ("kunci-joko", Role.PemegangKunci, ""), ("ketua-kartika", Role.Ketua, ""), ("auditor-lukman", Role.Auditor, ""),
    ];

    /// <summary>Fills the scan room, tells how to get in, and waits until the program is ended.</summary>
    public static async Task OpenAsync(WebApplication app, DataFolder data, ServiceRehearsal callers, Terminal terminal, CancellationToken stop)
    {
        var problem = await callers.SendAsync("admin", Role.Admin, "/api/v1/roster", RehearsalHall.Roster(), stop)
            ?? await callers.SendAsync("pemberkasan", Role.Pemberkasan, "/api/v1/attendance", RehearsalHall.Attendance(), stop);
        if (problem is not null)
            await terminal.Out.WriteLineAsync($"   - {problem}");
        var password = await PeopleAsync(app, stop);
        var (address, code) = (app.Urls.First(), app.Services.GetRequiredService<FirstStart>().Code);
        foreach (var line in (string[])
        [
            "",
            terminal.Say($"Ruang pindai terbuka: {address}/mulai", $"The scan room is open: {address}/mulai"),
            terminal.Say($"Kode sekali pakai untuk membuat akun administrator: {code}", $"One-time code for making the administrator's account: {code}"),
            terminal.Say(
                $"Atau masuk ({address}/masuk) sebagai {string.Join(", ", People.Select(p => p.Name))}; kata sandi gladi ini: {password}",
                $"Or sign in ({address}/masuk) as {string.Join(", ", People.Select(p => p.Name))}; password of this rehearsal: {password}"),
            terminal.Say("Dua ruang lagi sedang dipindai. Ctrl-C untuk berhenti.", "Two more rooms are being scanned. Ctrl-C to stop."),
        ])
            await terminal.Out.WriteLineAsync(line);
        await terminal.Out.FlushAsync(stop);
        var scanning = ScanAsync(data, stop);
        await app.WaitForShutdownAsync(stop);
        try
        {
            await scanning;
        }
        catch (OperationCanceledException)
        {
            // Whoever ends the demo needs no more sheets.
        }
    }

    private static async Task ScanAsync(DataFolder data, CancellationToken stop)
    {
        foreach (var (room, settings, plans) in RehearsalHall.Envelopes(1))
            await Simulation.Run(settings, plans, Path.Combine(data.Drop, room.ToString()), _ => { }, stop);
    }

    // All with one password, which nobody must change: it ends with the rehearsal.
    private static async Task<string> PeopleAsync(WebApplication app, CancellationToken stop)
    {
        var accounts = app.Services.GetRequiredService<Accounts>();
        var password = RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 16);
        foreach (var (name, role, region) in People)
        {
            await accounts.CreateUserAsync(name, name, role, Region.Parse(region)!, stop);
            await app.Services.GetRequiredService<SignInDesk>().ChooseAsync(name, password, stop);
        }

        return password;
    }
}
