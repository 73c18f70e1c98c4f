namespace Omr.Service.Tests.Cli;

public sealed class SimulateVerbTests : IDisposable
{
    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_same_seed_gives_the_same_files_and_another_seed_others()
    {
        await SimulateAsync("a", "5");
        await SimulateAsync("b", "5");
        await SimulateAsync("c", "6");

        foreach (var name in new[] { "0001.jpg", "0002.jpg", "truth.csv" })
        {
            Assert.Equal(Bytes("a", name), Bytes("b", name));
            Assert.NotEqual(Bytes("a", name), Bytes("c", name));
        }
    }

    [Fact]
    public async Task What_is_filled_properly_or_left_blank_is_read_as_the_truth_says()
    {
        await SimulateAsync("scans", "5");

        var read = await CliRunner.RunAsync("read", _folder["scans"], "--template", "ljk-ukg-100");

        Assert.Equal(0, read.Exit);
        var values = read.Lines[1..].Select(l => l.Split(',')).ToDictionary(c => $"{c[0]},{c[2]},{c[3]}", c => c[4]);
        var truth = await File.ReadAllLinesAsync(_folder["scans/truth.csv"], TestContext.Current.CancellationToken);
        var plain = truth[1..].Select(l => l.Split(',')).Where(c => c[4] is "full" or "blank").ToList();
        Assert.Equal(truth.Length - 1, values.Count);
        Assert.InRange(plain.Count, 280, 294);
        Assert.All(plain, c => Assert.Equal(c[3], values[$"{c[0]},{c[1]},{c[2]}"]));
    }

    [Fact]
    public async Task A_pile_of_black_and_white_scans_is_told_of_after_the_counts()
    {
        await SimulateAsync("scans", "5", "--format", "g4");

        var read = await CliRunner.RunAsync("read", _folder["scans"], "--template", "ljk-ukg-100");

        Assert.Matches(
            @"^2 halaman: .*\nperhatian: 2 dari 2 halaman dipindai hitam-putih, .*; pindai abu-abu\n$", read.Error);
    }

    private async Task SimulateAsync(string folder, string seed, params string[] more)
    {
        var result = await CliRunner.RunAsync(
            ["simulate", "--template", "ljk-ukg-100", "--roster", _folder.Roster, "--out", _folder[folder],
            "--profile", "clean", "--seed", seed, .. more]);
        Assert.Equal((0, $"2 lembar di {_folder[folder]}"), (result.Exit, result.ErrorLine));
    }

    private byte[] Bytes(string folder, string name) => File.ReadAllBytes(Path.Combine(_folder[folder], name));
}
