using Omr.Service.Rehearsal;

namespace Omr.Service.Tests.Cli;

/// <summary>What <c>omr score</c> tells its caller; what it works out is held by the tests of its parts.</summary>
public sealed class ScoreVerbTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public ScoreVerbTests()
    {
        foreach (var name in (string[])["peserta.csv", "hadir.csv", "kunci.csv"])
            _folder.Write(name, RehearsalRoom.File(name));
    }

    public void Dispose() => _folder.Dispose();

    private Task<CliResult> ScoreAsync(params string[] more) => CliRunner.RunAsync(
    [
        "score", _folder.Path, "--template", "ljk-ukg-100", "--roster", At("peserta.csv"), "--attendance", At("hadir.csv"),
        "--key", At("kunci.csv"), "--out", At("hasil"), .. more,
    ]);

    private string At(string name) => Path.Combine(_folder.Path, name);

    [Fact]
    public async Task An_envelope_without_a_readable_sheet_is_scored_all_the_same()
    {
        _folder.Write("0001.jpg", "bukan gambar");
        var result = await ScoreAsync();
        Assert.Equal(1, result.Exit);
        Assert.Contains("hadir      22 = LJK 0 + hilang 22\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("halaman    1 = dibaca 0 + ditolak 1 + ganda 0\n", result.Out, StringComparison.Ordinal);
        Assert.Equal(25, File.ReadAllLines(At("hasil/nilai.csv")).Length);
        Assert.Contains(File.ReadAllLines(At("hasil/temuan.csv")), l => l.StartsWith("D16,12,001,003,,0001.jpg,1,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Wrong_rows_are_named_and_nothing_is_written()
    {
        _folder.Write("0001.jpg", "bukan gambar");
        var roster = File.ReadAllText(At("peserta.csv")).Replace("14-02-1971", "14-02-71", StringComparison.Ordinal);
        _folder.Write("peserta.csv", roster.Replace("15051218020024", "1.50512E+13", StringComparison.Ordinal));
        var result = await ScoreAsync("--lang", "en");
        Assert.Equal(2, result.Exit);
        Assert.Equal("", result.Out);
        var lines = result.Error.TrimEnd('\n').Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.StartsWith($"omr: {At("peserta.csv")}: row 2: tgl_lahir '14-02-71'", lines[0], StringComparison.Ordinal);
        Assert.StartsWith($"omr: {At("peserta.csv")}: row 25: nomor_peserta '1.50512E+13'", lines[1], StringComparison.Ordinal);
        Assert.False(Directory.Exists(At("hasil")));
    }

    [Fact]
    public async Task A_key_shorter_than_the_form_is_pointed_out()
    {
        _folder.Write("0001.jpg", "bukan gambar");
        var whole = await ScoreAsync();
        Assert.DoesNotContain("terpotong", whole.Error, StringComparison.Ordinal);
        var key = File.ReadAllLines(At("kunci.csv"));
        var package = key[1].Split(';', ',')[1];
        _folder.Write("kunci.csv", string.Join('\n', key.Take(50)));

        var result = await ScoreAsync();

        Assert.Contains($"perhatian: kunci mapel 180 paket {package} berisi 49 butir, formulir 100", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.5/0.6")]
    [InlineData("1")]
    [InlineData("-0.5/1.5")]
    public async Task Weights_that_do_not_make_one_are_refused(string weights)
    {
        var result = await ScoreAsync("--weights", weights);
        Assert.Equal(2, result.Exit);
        Assert.Contains("--weights", result.Error, StringComparison.Ordinal);
    }
}
