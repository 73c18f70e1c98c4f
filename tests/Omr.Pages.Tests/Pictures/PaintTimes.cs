using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Omr.Service.Access;
using Omr.Service.Rehearsal;

namespace Omr.Pages.Tests.Pictures;

/// <summary>
/// How soon something is to be seen, for a province of 100,000 participants in 4,200 rooms: <c>OMR_PAINT=1</c>. A measurement, not a test:
/// its figures are printed and stand in docs/measurements.md.
/// </summary>
public sealed class PaintTimes(Browser browser)
{
    private const int Rooms = 4200;
    private const int People = 100_000;
    private const int Rounds = 15;

    private static readonly (Role Role, string Path)[] Pages =
    [
        (Role.Operator, "/pindai"), (Role.Verifikator, "/verifikasi"), (Role.Pemberkasan, "/hitung"), (Role.Pemberkasan, "/hitung/01/001/001"), (Role.Ketua, "/rekonsiliasi"),
        (Role.Ketua, "/rekonsiliasi?kab=01"), (Role.Ketua, "/rekonsiliasi/01/001/001"), (Role.Ketua, "/rekonsiliasi/temuan"), (Role.Ketua, "/kunci"), (Role.Admin, "/skoring"), (Role.Ketua, "/skoring/1/rilis/01"),
        (Role.Admin, "/hasil"), (Role.Admin, "/hasil/15050000000001"), (Role.Admin, "/pengguna"), (Role.Auditor, "/jejak"), (Role.Admin, "/perangkat"),
    ];

    [Fact]
    public async Task Figures_of_the_first_paint()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("OMR_PAINT") == "1", "only for OMR_PAINT=1");
        await using var office = await Office.OpenAsync(browser);
        using var callers = new ServiceRehearsal(office.Address.ToString(), office.Services.GetRequiredService<Accounts>());
        var roster = new StringBuilder("nomor_peserta,nama,tgl_lahir,kd_kab,lokasi,ruang,kursi,kd_mapel\n");
        for (var i = 0; i < People; i++)
        {
            var room = (int)((long)i * Rooms / People);
            roster.AppendLine(CultureInfo.InvariantCulture, $"1505{i + 1:0000000000},Peserta {i},05-07-1975,{(room / 110) + 1:00},{(room / 10 % 11) + 1:000},{(room % 10) + 1:000},{(i % 24) + 1:00},180");
        }

        var attendance = "nomor_peserta,hadir\n" + string.Concat(Enumerable.Range(1, People).Select(i => $"1505{i:0000000000},{(i % 12 == 0 ? "TH" : "H")}\n"));
        Assert.Null(await callers.SendAsync("api-admin", Role.Admin, "/api/v1/roster", Encoding.UTF8.GetBytes(roster.ToString()), CancellationToken.None));
        await ScanDay.SealKeyAsync(callers, RehearsalRoom.File("kunci.csv"));
        Assert.Null(await callers.SendAsync("api-berkas", Role.Pemberkasan, "/api/v1/attendance", Encoding.UTF8.GetBytes(attendance), CancellationToken.None));
        Assert.Null((await callers.OrderAsync("api-admin", Role.Admin, "/api/v1/scoring-runs", new { alasan = "ukur" }, CancellationToken.None)).Problem);
        var told = new StringBuilder("| Page | first contentful paint, ms: median | most |\n|---|---|---|\n");
        foreach (var role in Pages.GroupBy(p => p.Role))
        {
            var page = await office.PersonAsync(role.Key);
            foreach (var (_, path) in role)
            {
                var times = new List<double>();
                for (var i = 0; i <= Rounds; i++)
                {
                    Assert.Equal(200, (await page.GotoAsync(path))!.Status);
                    await ScanDay.UntilAsync(() => page.EvaluateAsync<bool>("performance.getEntriesByName('first-contentful-paint').length > 0"));
                    times.Add(await page.EvaluateAsync<double>("performance.getEntriesByName('first-contentful-paint')[0].startTime"));
                }

                var sorted = times.Skip(1).Order().ToList();
                told.AppendLine(CultureInfo.InvariantCulture, $"| `{path}` | {sorted[Rounds / 2]:0} | {sorted[^1]:0} |");
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine(told.ToString());
        await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, "paint.md"), told.ToString(), TestContext.Current.CancellationToken);
    }
}
