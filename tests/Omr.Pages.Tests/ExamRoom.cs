using System.Net;
using System.Text;
using System.Text.Json;
using Deque.AxeCore.Playwright;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Omr.Service.Access;
using Omr.Service.Rehearsal;

namespace Omr.Pages.Tests;

/// <summary>What tests of the rooms' pages have in common: a small roster, what the API says, whether a page is accessible.</summary>
internal static class ExamRoom
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>An office that knows of two kab: 12 with three rooms at two lokasi, 13 with one; two participants each.</summary>
    internal static async Task<Office> OpenAsync(Browser browser)
    {
        var office = await Office.OpenAsync(browser);
        var roster = new StringBuilder("nomor_peserta,nama,tgl_lahir,kd_kab,lokasi,ruang,kursi,kd_mapel\n");
        string[] rooms = ["12,001,003", "12,001,004", "12,002,001", "13,001,001"];
        for (var i = 0; i < rooms.Length * 2; i++)
            roster.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"150512180200{i + 10},Peserta <i>{i + 1}</i>,05-07-1975,{rooms[i / 2]},{(i % 2) + 1:00},180");
        using var callers = new ServiceRehearsal(office.Address.ToString(), office.Services.GetRequiredService<Accounts>());
        Assert.Null(await callers.SendAsync("api-admin", Role.Admin, "/api/v1/roster", Encoding.UTF8.GetBytes(roster.ToString()), Stop));
        return office;
    }

    /// <summary>The report of room 12-001-003 as the API tells it to whoever sits before that page; null while there is none.</summary>
    internal static async Task<(JsonElement Report, string Tag)?> ReportAsync(IPage page)
    {
        var answer = await page.APIRequest.GetAsync("/api/v1/rooms/12/001/003/report");
        return answer.Status == (int)HttpStatusCode.NotFound ? null : ((await answer.JsonAsync())!.Value, answer.Headers["etag"]);
    }

    /// <summary>What axe finds against WCAG 2.2 AA, in words.</summary>
    internal static async Task AccessibleAsync(IPage page)
    {
        var result = await page.RunAxe(new() { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } });
        Assert.Empty(result.Violations.Select(v => $"{v.Id}: {string.Join(' ', v.Nodes.Take(3).Select(n => n.Html))}"));
    }

    /// <summary>Waits until the scripts of the page that is shown listen: they are modules, which have run when the document is loaded.</summary>
    internal static Task ListeningAsync(IPage page) => page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);

    /// <summary>Presses a key that stands on a button of a page that has only just come.</summary>
    internal static async Task KeyAsync(IPage page, string key)
    {
        await ListeningAsync(page);
        await page.Keyboard.PressAsync(key);
    }

    /// <summary>Types counts, each in its field.</summary>
    internal static async Task TypeAsync(IPage page, params (string Name, int Count)[] counts)
    {
        foreach (var (name, count) in counts)
            await page.Locator($"[name={name}]").FillAsync(count.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Counts that all agree for two participants who both came.</summary>
    internal static Task CountAsync(IPage page) => TypeAsync(
        page, ("terdaftar", 2), ("hadir", 2), ("tidakHadir", 0), ("ljkTerkumpul", 2), ("hitunganKedua", 2), ("ljkDiterima", 3), ("cadanganDiterima", 1),
        ("cadanganTerpakai", 0), ("rusak", 0), ("sisa", 1));
}
