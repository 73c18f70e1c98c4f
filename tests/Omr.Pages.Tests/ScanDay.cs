using Microsoft.Extensions.DependencyInjection;
using Omr.Service.Access;
using Omr.Service.Rehearsal;
using Omr.Service.Rosters;
using Omr.Service.Tests;
using Omr.Simulator;

namespace Omr.Pages.Tests;

/// <summary>The scan day: the rehearsal's lists are imported, its key is sealed and its envelope is scanned.</summary>
internal static class ScanDay
{
    // As the supervisor of the worked room wrote it.
    private static readonly object Report = new
    {
        terdaftar = 24, hadir = 22, tidakHadir = 2, ljkDiterima = 27, ljkTerkumpul = 22, cadanganTerpakai = 3, rusak = 0, sisa = 5, hitunganKedua = 22, cadanganDiterima = 3, segel = "A-0417",
    };

    /// <summary>Does the day's work up to the scanned envelope.</summary>
    internal static async Task<Office> FillAsync(Office office)
    {
        var stop = CancellationToken.None;
        using var callers = new ServiceRehearsal(office.Address.ToString(), office.Services.GetRequiredService<Accounts>());
        Assert.Null(await callers.SendAsync("api-admin", Role.Admin, "/api/v1/roster", RehearsalHall.Roster(), stop));
        Assert.Null(await callers.SendAsync("api-berkas", Role.Pemberkasan, "/api/v1/attendance", RehearsalRoom.File("hadir.csv"), stop));
        await SealKeyAsync(callers, RehearsalRoom.File("kunci.csv"));
        Assert.Null(await callers.SendAsync("api-berkas", Role.Pemberkasan, "/api/v1/attendance", RehearsalHall.Attendance(), stop));
        // One run before anything is scanned and one after, so that there is something to compare.
        Assert.Null((await callers.OrderAsync("api-admin", Role.Admin, "/api/v1/scoring-runs", new { alasan = "Uji coba sebelum pemindaian" }, stop)).Problem);
        var count = await ScanAsync(office);
        Assert.Null(await callers.EnterAsync("api-berkas", Role.Pemberkasan, "/api/v1/rooms/12/001/003/report", Report, stop));
        await UntilAsync(async () =>
        {
            var batches = await callers.AskAsync("api-operator", Role.Operator, "/api/v1/batches", stop);
            return batches.GetProperty("isi").EnumerateArray().Sum(b => b.GetProperty("halaman").GetInt32()) >= count;
        });
        Assert.Null((await callers.OrderAsync("api-admin", Role.Admin, "/api/v1/scoring-runs", new { alasan = "Semua amplop lokasi 001 terpindai" }, stop)).Problem);
        return office;
    }

    /// <summary>The sheet of seat 20, missing from the worked room's envelope, turns up after all, spoiled.</summary>
    internal static Task<long> SpoilAsync(Office office)
    {
        using var lists = new TempFolder();
        var roster = RosterFile.Read(lists.Write("peserta.csv", RehearsalRoom.File("peserta.csv")), FormLimits.Of([RehearsalRoom.Template]), [])!;
        return SpoiledSheet.ScanAsync(office, roster.Participants[19], RehearsalRoom.Envelope[0].Answers);
    }

    /// <summary>Two custodians enter the key of subject 180, the chair seals it.</summary>
    internal static async Task SealKeyAsync(ServiceRehearsal callers, byte[] key)
    {
        foreach (var custodian in (string[])["api-kunci-1", "api-kunci-2"])
            Assert.Null(await callers.SendAsync(custodian, Role.PemegangKunci, "/api/v1/keys/180/entries", key, CancellationToken.None));
        Assert.Null((await callers.OrderAsync("api-ketua", Role.Ketua, "/api/v1/keys/180/seal", new { }, CancellationToken.None)).Problem);
    }

    // Filled and scanned once for all offices.
    private static readonly Lazy<Task<TempFolder>> Scans = new(async () =>
    {
        var scans = new TempFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => scans.Dispose();
        await SimulateRoomAsync(scans.Path);
        await SimulateHallAsync(scans.Path);
        return scans;
    });

    /// <summary>Lays the scans of all three rooms into their drop folders; how many sheets that are.</summary>
    private static async Task<int> ScanAsync(Office office)
    {
        var scans = (await Scans.Value).Path;
        var files = Directory.GetFiles(scans, "*.jpg", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        foreach (var file in files)
        {
            var place = Path.Combine(office.Drop, Path.GetRelativePath(scans, file));
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Copy(file, place);
        }

        return files.Count;
    }

    private static async Task SimulateRoomAsync(string folder)
    {
        using var lists = new TempFolder();
        var roster = RosterFile.Read(lists.Write("peserta.csv", RehearsalRoom.File("peserta.csv")), FormLimits.Of([RehearsalRoom.Template]), [])!;
        var settings = RehearsalRoom.Settings(Environment.ProcessorCount);
        var plans = RehearsalRoom.Plans(roster, settings);
        await Simulation.Run(settings, plans, Path.Combine(folder, RehearsalRoom.Room.ToString()), _ => { }, CancellationToken.None);
    }

    private static async Task SimulateHallAsync(string folder)
    {
        foreach (var (room, settings, plans) in RehearsalHall.Envelopes(Environment.ProcessorCount))
            await Simulation.Run(settings, plans, Path.Combine(folder, room.ToString()), _ => { }, CancellationToken.None);
    }

    /// <summary>Waits for something that comes soon.</summary>
    internal static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var tries = 0; !await isSo(); tries++)
        {
            Assert.True(tries < 600, "it didn't come within a minute");
            await Task.Delay(100);
        }
    }
}
