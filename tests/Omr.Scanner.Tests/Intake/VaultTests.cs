using System.Security.Cryptography;
using Omr.Scanner.Intake;

namespace Omr.Scanner.Tests.Intake;

public sealed class VaultTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly Vault _vault;

    public VaultTests() => _vault = new(Path.Combine(_folder.Path, "vault"));

    public void Dispose()
    {
        foreach (var file in Files())
            File.SetAttributes(file, FileAttributes.Normal);
        _folder.Dispose();
    }

    [Fact]
    public async Task Bytes_are_kept_under_their_own_hash_and_can_not_be_written_over()
    {
        var bytes = RandomNumberGenerator.GetBytes(700_000);

        var kept = Put(bytes);

        Assert.Equal(new(Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length, IsNew: true), kept);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(_vault.PathOf(kept.Sha256), TestContext.Current.CancellationToken));
        Assert.True(File.GetAttributes(_vault.PathOf(kept.Sha256)).HasFlag(FileAttributes.ReadOnly));
    }

    [Fact]
    public async Task The_same_bytes_are_kept_once_however_many_bring_them()
    {
        var bytes = RandomNumberGenerator.GetBytes(300_000);

        var kept = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Put(bytes))));

        Assert.Single(kept, k => k.IsNew);
        Assert.Single(Files());
    }

    [Fact]
    public void A_copy_that_breaks_off_leaves_nothing_behind()
    {
        using var breaking = new BreakingStream();

        Assert.Throws<IOException>(() => _vault.Put(breaking, () => true, TestContext.Current.CancellationToken));

        Assert.Empty(Files());
    }

    [Fact]
    public void A_file_that_changed_while_it_was_copied_is_not_kept()
    {
        using var file = new MemoryStream([1, 2, 3]);

        Assert.Null(_vault.Put(file, () => false, TestContext.Current.CancellationToken));

        Assert.Empty(Files());
    }

    [Fact]
    public void What_a_power_cut_left_of_a_copy_is_removed_at_the_start()
    {
        var kept = Put([1, 2, 3]);
        _folder.Write("vault/.coming-0123", "half a page");

        _vault.Tidy();

        Assert.Equal([_vault.PathOf(kept.Sha256)], Files());
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    [InlineData("E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855")]
    public void No_path_is_made_of_what_is_no_hash(string name) => Assert.Throws<ArgumentException>(() => _vault.PathOf(name));

    private VaultedFile Put(byte[] bytes)
    {
        using var file = new MemoryStream(bytes);
        return _vault.Put(file, () => true, TestContext.Current.CancellationToken)!;
    }

    private IEnumerable<string> Files() => Directory.EnumerateFiles(Path.Combine(_folder.Path, "vault"), "*", SearchOption.AllDirectories);

    /// <summary>A scanner's disk that goes away in the middle of a file.</summary>
    private sealed class BreakingStream : MemoryStream
    {
        private int _reads;

        public override int Read(byte[] buffer, int offset, int count) => ++_reads > 2 ? throw new IOException("gone") : count;
    }
}
