using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Omr.Service.Tests;
using static Microsoft.Playwright.Assertions;

namespace Omr.Pages.Tests.Demo;

/// <summary>What <c>omr demo</c> prints at its end leads into a filled scan room.</summary>
public sealed partial class DemoTests(Browser browser)
{
    [Fact]
    public async Task The_demo_stays_open_on_a_filled_scan_room_and_its_address_and_code_let_one_in()
    {
        using var folder = new TempFolder();
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "omr"), ["demo"]) { WorkingDirectory = folder.Path, RedirectStandardOutput = true };
        start.Environment.Remove("OMR_LANG");
        using var demo = Process.Start(start)!;
        try
        {
            var lines = await SaidAsync(demo, "Ctrl-C untuk berhenti");
            Assert.Contains(lines, l => l.StartsWith("Gladi berhasil", StringComparison.Ordinal));
            var address = new Uri(lines.Select(l => Address().Match(l)).First(m => m.Success).Value);
            var code = lines.Select(l => Code().Match(l)).First(m => m.Success).Value;
            var window = await browser.WindowAsync(new Uri(address, "/"));
            var page = await window.NewPageAsync();
            await page.GotoAsync(address.ToString());
            await page.GetByLabel("Kode dari terminal").FillAsync(code);
            await page.GetByLabel("Nama akun", new() { Exact = true }).FillAsync("admin-rina");
            await page.GetByLabel("Nomor atau nama Anda").FillAsync("198501012010122001");
            await page.GetByLabel("Kata sandi").FillAsync("kursi hujan pisau melon");
            await page.GetByRole(AriaRole.Button).Filter(new() { HasText = "Buat akun" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("sudah masuk");
            await page.GotoAsync("/pindai");
            await Expect(page.Locator("[data-batch='12-001-003']")).ToBeVisibleAsync();
            await window.DisposeAsync();
        }
        finally
        {
            demo.Kill(entireProcessTree: true);
        }
    }

    private static async Task<List<string>> SaidAsync(Process demo, string last)
    {
        var lines = new List<string>();
        while (lines.LastOrDefault()?.Contains(last, StringComparison.Ordinal) != true)
            lines.Add(await demo.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? throw new InvalidOperationException(string.Join('\n', lines)));
        return lines;
    }

    [GeneratedRegex(@"http://\S+/mulai")]
    private static partial Regex Address();

    [GeneratedRegex(@"\b[A-Z2-9]{4}-[A-Z2-9]{4}\b")]
    private static partial Regex Code();
}
