using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Omr.Forms;
using Omr.Service.Rehearsal;
using Omr.Service.Rosters;
using Omr.Service.Storage;
using Omr.Service.Tests;
using Omr.Simulator;
using Omr.Simulator.Planning;
using Omr.Simulator.Profiles;

namespace Omr.Pages.Tests;

/// <summary>A filled sheet whose registration marks are gone but one, as on a copy of a copy: no machine reads it, people do.</summary>
internal static class SpoiledSheet
{
    /// <summary>Its number in the filled office: it comes after the 58 sheets of the day.</summary>
    internal const long InFilledOffice = 59;

    /// <summary>Scans such a sheet into a room's folder; its number once it was refused.</summary>
    internal static async Task<long> ScanAsync(Office office, Participant person, IReadOnlyList<string> answers)
    {
        var whole = RehearsalRoom.Template;
        var settings = new SimulationSettings(whole with { Marks = [whole.Marks[0]], Codes = [], Timing = null }, SimulationProfile.Clean with { Marks = new(Blank: 0) }, Jobs: 1);
        var place = $"{person.Room} kursi {person.Seat}";
        var plan = new SheetPlanner(settings.Template, settings.Profile, settings.Seed)
            .Personal(0, new(person.Number, person.Name, person.BirthDate, person.Subject, "01", place), answers)
            with { Sheet = PrintedSheet.Personal("00000900", new(person.Number, person.Name, place, person.Subject)) };
        using var scans = new TempFolder();
        await Simulation.Run(settings, [plan], scans.Path, _ => { }, CancellationToken.None);
        var folder = Directory.CreateDirectory(Path.Combine(office.Drop, person.Room.ToString())).FullName;
        File.Copy(Directory.GetFiles(scans.Path, "*.jpg", SearchOption.AllDirectories).Single(), Path.Combine(folder, "rusak.jpg"));
        var store = office.Services.GetRequiredService<Store>();
        var id = 0L;
        await ScanDay.UntilAsync(async () => (id = await store.ReadAsync(
            db => db.Pages.Where(p => p.Refused != "").Select(p => p.Id).FirstOrDefaultAsync(), CancellationToken.None)) > 0);
        return id;
    }
}
