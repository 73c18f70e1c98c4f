using System.Text.Json;

namespace Omr.Service.Tests.Cli;

public sealed class PrintAndReadTests : IDisposable
{
    // 14 + 6 + 3 + 2 digits, 20 letters, the panel, 100 items, and the identity.
    private const int RowsOfAPage = 147;

    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Printed_sheets_are_read_in_the_order_of_the_roster_then_the_spares_then_the_blank_form()
    {
        var print = await PrintAsync("--roster", _folder.Roster, "--spares", "1", "--blank");
        var read = await ReadAsync(_folder["ljk.pdf"]);

        Assert.Equal((0, "4 lembar dicetak"), (print.Exit, print.ErrorLine));
        Assert.Equal((0, "4 halaman: 4 dibaca, 0 ditolak; 0 isian ragu pada 0 halaman"), (read.Exit, read.ErrorLine));
        Assert.Equal("file,page,field,item,value,status", read.Lines[0]);
        Assert.Equal(1 + (4 * RowsOfAPage), read.Lines.Length);
        Assert.Equal(
            [
                $"ljk.pdf,1,identity,,{CliFolder.FirstNumber},ok",
                $"ljk.pdf,2,identity,,{CliFolder.SecondNumber},ok",
                "ljk.pdf,3,identity,,,blank",
                "ljk.pdf,4,identity,,,blank",
            ],
            read.Lines.Where(l => l.Contains(",identity,", StringComparison.Ordinal)));
        Assert.Contains("ljk.pdf,1,jawaban,1,,blank", read.Lines);
    }

    [Fact]
    public async Task Refused_files_are_a_row_each_and_exit_code_1_and_the_others_are_read()
    {
        await PrintAsync("--blank");
        Directory.CreateDirectory(_folder["scans"]);
        File.Move(_folder["ljk.pdf"], _folder["scans/2.pdf"]);
        _folder.Write("scans/1.jpg", "");
        _folder.Write("scans/3, \"the third\".jpg", "hello");

        var indonesian = await ReadAsync(_folder["scans"]);
        var english = await ReadAsync(_folder["scans"], "--lang", "en");

        Assert.Equal(1, indonesian.Exit);
        Assert.Equal("3 halaman: 1 dibaca, 2 ditolak; 0 isian ragu pada 0 halaman", indonesian.ErrorLine);
        Assert.StartsWith("1.jpg,1,,,berkas kosong (", indonesian.Lines[1], StringComparison.Ordinal);
        Assert.StartsWith("1.jpg,1,,,empty file (", english.Lines[1], StringComparison.Ordinal);
        Assert.StartsWith(
            "\"3, \"\"the third\"\".jpg\",1,,,bukan gambar yang dikenal (", indonesian.Lines[^1], StringComparison.Ordinal);
        Assert.EndsWith(",refused", indonesian.Lines[^1], StringComparison.Ordinal);
        Assert.Equal(1 + 2 + RowsOfAPage, indonesian.Lines.Length);
    }

    [Fact]
    public async Task JSON_lines_say_the_same_as_the_CSV()
    {
        await PrintAsync("--roster", _folder.Roster);
        _folder.Write("bad.jpg", "hello");

        var csv = await ReadAsync(_folder["ljk.pdf"], _folder["bad.jpg"]);
        var json = await ReadAsync(_folder["ljk.pdf"], _folder["bad.jpg"], "--format", "jsonl");

        Assert.Equal(csv.Lines[1..], json.Lines.Select(line =>
        {
            var row = JsonDocument.Parse(line).RootElement;
            string[] keys = ["file", "page", "field", "item", "value", "status"];
            return string.Join(',', keys.Select(k => row.GetProperty(k).ToString()));
        }));
    }

    [Fact]
    public async Task Any_number_of_jobs_gives_the_same_bytes()
    {
        Directory.CreateDirectory(_folder["scans"]);
        await PrintAsync("--roster", _folder.Roster);
        for (var i = 0; i < 5; i++) File.Copy(_folder["ljk.pdf"], _folder[$"scans/{i}.pdf"]);

        var alone = await ReadAsync(_folder["scans"], "--jobs", "1", "--out", _folder["alone.csv"]);
        await ReadAsync(_folder["scans"], "--jobs", "5", "--out", _folder["many.csv"]);

        Assert.Equal((0, ""), (alone.Exit, alone.Out));
        Assert.Equal(await BytesAsync("alone.csv"), await BytesAsync("many.csv"));
    }

    [Fact]
    public async Task A_result_file_is_UTF_8_without_a_mark_and_leaves_nothing_beside_it()
    {
        _folder.Write("scans/Ruang 3 – Málang.jpg", "hello");

        await ReadAsync(_folder["scans"], "--out", _folder["new/folder/bacaan.csv"]);

        var bytes = await BytesAsync("new/folder/bacaan.csv");
        Assert.StartsWith(
            "file,page,field,item,value,status\nRuang 3 – Málang.jpg,1,",
            System.Text.Encoding.UTF8.GetString(bytes),
            StringComparison.Ordinal);
        Assert.Equal((byte)'f', bytes[0]);
        Assert.Equal([_folder["new/folder/bacaan.csv"]], Directory.GetFiles(_folder["new/folder"]));
    }

    [Fact]
    public async Task Bad_input_leaves_an_older_result_as_it_was()
    {
        var old = _folder.Write("bacaan.csv", "old");

        var result = await ReadAsync(_folder["missing"], "--out", old);

        Assert.Equal(2, result.Exit);
        Assert.Equal("old", await File.ReadAllTextAsync(old, TestContext.Current.CancellationToken));
        Assert.Equal(["bacaan.csv"], _folder.Names());
    }

    [Fact]
    public async Task A_folder_without_scans_is_told()
    {
        _folder.Write("empty/notes.csv", "x");

        var result = await ReadAsync(_folder["empty"]);

        Assert.Equal(2, result.Exit);
        Assert.Contains("tidak ada hasil pindai", result.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_is_told()
    {
        _folder.Write("file", "x");
        _folder.Write("a.jpg", "x");

        var result = await ReadAsync(_folder["a.jpg"], "--out", _folder["file/bacaan.csv"]);

        Assert.Equal(2, result.Exit);
        Assert.Contains("--out", result.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_device_is_not_replaced_by_a_file()
    {
        Assert.SkipUnless(File.Exists("/dev/null"), "devices are files on Unix only");
        _folder.Write("a.jpg", "x");

        var result = await ReadAsync(_folder["a.jpg"], "--out", "/dev/null");

        Assert.Equal(2, result.Exit);
        Assert.Contains("/dev/null", result.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_versions_of_a_form_that_its_QR_cannot_tell_apart_are_refused()
    {
        var copy = _folder.Write("copy.json", (await CliRunner.RunAsync("template", "show", "ljk-ukg-100")).Out);
        _folder.Write("a.jpg", "x");

        var result = await ReadAsync(_folder["a.jpg"], "--template", copy, "--lang", "en");

        Assert.Equal(2, result.Exit);
        Assert.Contains("form ljk-ukg-100 version 1 is given twice", result.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_wrong_row_of_a_roster_is_a_line_and_nothing_is_printed()
    {
        var roster = _folder.Write(
            "peserta.csv",
            """
            nomor_peserta;nama;tgl_lahir;kd_kab;lokasi;ruang;kursi;kd_mapel
            1,50501E+13;SITI AMINAH;05-07-1975;05;012;003;01;180
            15050118010001;AHMAD FAUZI;31-02-1976;05;012;003;02;180
            """);

        var result = await PrintAsync("--roster", roster);

        Assert.Equal(2, result.Exit);
        var lines = result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith($"omr: {roster}: baris 2: ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith($"omr: {roster}: baris 3: ", lines[1], StringComparison.Ordinal);
        Assert.Equal(["peserta.csv"], _folder.Names());
    }

    private Task<byte[]> BytesAsync(string name) =>
        File.ReadAllBytesAsync(_folder[name], TestContext.Current.CancellationToken);

    private Task<CliResult> PrintAsync(params string[] options) =>
        CliRunner.RunAsync(["print", "--template", "ljk-ukg-100", "--out", _folder["ljk.pdf"], .. options]);

    private static Task<CliResult> ReadAsync(params string[] words) =>
        CliRunner.RunAsync(["read", .. words, "--template", "ljk-ukg-100"]);
}
