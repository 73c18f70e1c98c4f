using System.Globalization;
using Microsoft.Data.Sqlite;
using Omr.Service.Access;
using Omr.Service.Sampling;
using Omr.Service.Scoring;
using Omr.Service.Tests.Audit;
using Omr.Service.Tests.Cli;
using Omr.Service.Tests.Publication;
using Omr.Service.Tests.Sheets;

namespace Omr.Service.Tests.Sampling;

public sealed class SampleTests : IDisposable
{
    private const string Seed = "4-2-6-1-3";

    private readonly TempFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string To => Path.Combine(_folder.Path, "sampel");

    private string Form => Path.Combine(To, "formulir.csv");

    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories))
            File.SetAttributes(file, FileAttributes.Normal);
        _folder.Dispose();
    }

    [Fact]
    public void Anybody_draws_the_same_sheets_with_sha256sum_and_sort()
    {
        // for i in $(seq 200); do printf '%s %s\n' "$(printf '4-2-6-1-3,%s' $i | sha256sum | cut -c1-64)" $i; done | sort | head -5
        Assert.Equal([34, 30, 164, 84, 133], SheetSampler.Draw(Seed, Enumerable.Range(1, 200).Select(i => (long)i), 5));
        Assert.Equal(
            SheetSampler.Draw(Seed, Enumerable.Range(1, 200).Select(i => (long)i), 3),
            SheetSampler.Draw(Seed, Enumerable.Range(1, 200).Select(i => (long)i).Reverse(), 5).Take(3));
    }

    [Fact]
    public async Task A_blind_form_is_laid_out_and_a_reading_like_the_machines_proves_its_bound()
    {
        await SheetsAsync(7);
        var drawn = await CliRunner.RunAsync("audit", "sample", "--seed", Seed, "--size", "5", "--data", _folder.Path, "--out", To, "--lang", "en");
        Assert.Equal((0, "5 of 7 sheets of run 1 drawn by seed 4-2-6-1-3; the empty form and the scans are in " + To + "\n"), (drawn.Exit, drawn.Out));
        var form = await File.ReadAllTextAsync(Form, Stop);
        Assert.StartsWith("lembar,pembaca,nomor_peserta,kd_mapel,paket,1,2,3,4\n", form, StringComparison.Ordinal);
        Assert.DoesNotContain("1505", form + await File.ReadAllTextAsync(Path.Combine(To, "sampel.csv"), Stop), StringComparison.Ordinal);
        Assert.Equal(5, Directory.GetFiles(Path.Combine(To, "citra")).Length);
        Assert.Equal(2, (await CliRunner.RunAsync("audit", "sample", "--evaluate", Form, "--data", _folder.Path)).Exit);

        await FillAsync(form, _ => "A,-,AC,B");
        var told = await CliRunner.RunAsync("audit", "sample", "--evaluate", Form, "--data", _folder.Path, "--lang", "en");
        Assert.Equal(0, told.Exit);
        // 1 - 0.05^(1/5) and 1 - 0.05^(1/15); with 2 bad sheets of 7 none is among 5 in 1 of 21 draws, with 1 in 2 of 7.
        Assert.Equal("sheets   0 of 5 misread: with 95 % confidence at most 4.51e-1 a sheet, 1 of the 7 sheets", told.Lines[1]);
        Assert.StartsWith("answers  0 of 15 misread: at most 1.81e-1 an answer", told.Lines[2], StringComparison.Ordinal);
        Assert.Contains("5 doubted by the machine, 0 that people", told.Lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_people_read_otherwise_is_listed_and_counted_by_sheet_and_answer()
    {
        await SheetsAsync(7);
        await CliRunner.RunAsync("audit", "sample", "--seed", Seed, "--size", "7", "--data", _folder.Path, "--out", To);
        await FillAsync(await File.ReadAllTextAsync(Form, Stop), sheet => sheet == 3 ? "B,D,AC,?" : sheet == 4 ? "?,-,\"C,A\",-" : "A,-,AC,B");

        var list = Path.Combine(_folder.Path, "selisih.csv");
        var told = await CliRunner.RunAsync("audit", "sample", "--evaluate", Form, "--data", _folder.Path, "--lang", "en", "--out", list);

        Assert.Equal(1, told.Exit);
        Assert.Equal("sheets   1 of 7 misread: with 95 % confidence at most 5.21e-1 a sheet, 1 of the 7 sheets", told.Lines[1]);
        Assert.StartsWith("answers  2 of 20 misread", told.Lines[2], StringComparison.Ordinal);
        Assert.Contains("1 that people couldn't tell", told.Lines[2], StringComparison.Ordinal);
        Assert.Equal("lembar,isian,butir,mesin,orang\n3,jawaban,1,A,B\n3,jawaban,2,,D\n", await File.ReadAllTextAsync(list, Stop));
    }

    [Fact]
    public async Task Nothing_is_drawn_before_a_signed_head_covers_the_run_or_over_another_form()
    {
        await SheetsAsync(3);
        var heads = Path.Combine(_folder.Path, "heads");
        Directory.Move(heads, heads + "-away");
        var early = await CliRunner.RunAsync("audit", "sample", "--seed", Seed, "--size", "2", "--data", _folder.Path, "--out", To, "--lang", "en");
        Assert.Equal((2, true), (early.Exit, early.ErrorLine.Contains("no signed head covers", StringComparison.Ordinal)));
        Directory.Move(heads + "-away", heads);
        string[] words = ["audit", "sample", "--seed", Seed, "--risk", "0.5", "--data", _folder.Path, "--out", To, "--lang", "en"];
        Assert.Equal(0, (await CliRunner.RunAsync(words)).Exit);
        Assert.Contains("holds a form already", (await CliRunner.RunAsync(words)).ErrorLine, StringComparison.Ordinal);
        Assert.Equal(2, (await CliRunner.RunAsync("audit", "sample", "--seed", Seed, "--data", _folder.Path, "--out", To)).Exit);
        Assert.Equal(2, (await CliRunner.RunAsync([.. words, "--run", "9"])).Exit);
    }

    [Fact]
    public async Task Readings_changed_after_the_draw_and_rows_added_to_the_form_are_found()
    {
        await SheetsAsync(4);
        await CliRunner.RunAsync("audit", "sample", "--seed", Seed, "--size", "2", "--data", _folder.Path, "--out", To);
        var form = await File.ReadAllTextAsync(Form, Stop);
        await FillAsync(form + "99,,,,,,,,\n", _ => "A,-,AC,B");
        Assert.Contains("aren't exactly", (await EvaluateAsync()).ErrorLine, StringComparison.Ordinal);
        await FillAsync(form, _ => "A,-,AC,B");
        await using (var database = new SqliteConnection($"Data Source={Path.Combine(_folder.Path, "omr.db")};Pooling=false"))
        {
            database.Open();
            WrittenLog.Run(database, "DROP TRIGGER pages_no_UPDATE; UPDATE pages SET Answers = 'B,,A|C,?B' WHERE Id = 1");
        }

        Assert.Contains("aren't those of when the sample was drawn", (await EvaluateAsync()).ErrorLine, StringComparison.Ordinal);

        Task<CliResult> EvaluateAsync() => CliRunner.RunAsync("audit", "sample", "--evaluate", Form, "--data", _folder.Path, "--lang", "en");
    }

    [Fact]
    public async Task A_cell_that_is_no_answer_or_a_number_that_a_spreadsheet_spoiled_is_named()
    {
        await SheetsAsync(2);
        await CliRunner.RunAsync("audit", "sample", "--seed", Seed, "--size", "2", "--data", _folder.Path, "--out", To);
        await File.WriteAllTextAsync(Form, "lembar,pembaca,nomor_peserta,kd_mapel,paket,1,2\n1,ani,1.5E+13,180,01,A,B\n2,ani,1,180,01,A,5\n", Stop);

        var told = await CliRunner.RunAsync("audit", "sample", "--evaluate", Form, "--data", _folder.Path, "--lang", "en");

        Assert.Equal(2, told.Exit);
        Assert.Contains("row 2: a spreadsheet turned nomor_peserta into a number", told.Error, StringComparison.Ordinal);
        Assert.Contains("row 3: item 2: '5' is no letters", told.Error, StringComparison.Ordinal);
    }

    private async Task SheetsAsync(int sheets)
    {
        // The made-up run has pages up to the seventh.
        await using var app = await new Standing().With("1001", "12-001-001", ScoreStatus.DN, 80m).ServeAsync(_folder);
        var desk = new Desk(app);
        for (var i = 1; i <= sheets; i++)
            await desk.SheetAsync(Number(i), "A - A|C ?B");
        using var admin = await app.CallerAsync(Role.Admin);
        await Standing.RunAsync(admin);
    }

    private async Task FillAsync(string form, Func<long, string> answers)
    {
        var rows = form.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await File.WriteAllLinesAsync(
            Form,
            [
                rows[0],
                .. rows[1..].Select(r => long.Parse(r.Split(',')[0], CultureInfo.InvariantCulture))
                    .Select(sheet => $"{sheet},budi,{Number(sheet)},180,01,{answers(sheet)}"),
            ],
            Stop);
    }

    private static string Number(long sheet) => string.Create(CultureInfo.InvariantCulture, $"1505011801{sheet:D4}");
}
