using System.Security.Cryptography;
using System.Text;
using Omr.Service.Hosting;
using Omr.Service.KeyCustody;

namespace Omr.Service.Tests.KeyCustody;

public sealed class KeyCipherTests : IDisposable
{
    private static readonly byte[] Plain = "180 01 1 A"u8.ToArray();

    private readonly TempFolder _folder = new();
    private readonly DataFolder _data;

    public KeyCipherTests() => _data = DataFolder.TryOpen(_folder.Path)!;

    private string Secret => Assert.Single(Directory.GetFiles(_data.Secrets));

    public void Dispose()
    {
        _data.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void What_was_encrypted_is_opened_by_the_next_process_and_never_looks_the_same()
    {
        var cipher = new KeyCipher(_data);
        var (one, two) = (cipher.Encrypt(Plain, "180", isFirst: true), cipher.Encrypt(Plain, "180", isFirst: false));
        Assert.NotEqual(one, two);
        Assert.DoesNotContain("180 01", Encoding.Latin1.GetString(one), StringComparison.Ordinal);
        Assert.Equal(Plain, new KeyCipher(_data).Decrypt(one, "180"));
    }

    [Fact]
    public void A_cipher_opens_only_for_what_it_was_made_for_and_only_unchanged()
    {
        var cipher = new KeyCipher(_data);
        var bytes = cipher.Encrypt(Plain, "180", isFirst: true);
        Assert.ThrowsAny<CryptographicException>(() => cipher.Decrypt(bytes, "220"));
        for (var i = 0; i < bytes.Length; i++)
        {
            var changed = bytes.ToArray();
            changed[i] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => cipher.Decrypt(changed, "180"));
        }

        Assert.ThrowsAny<CryptographicException>(() => cipher.Decrypt(bytes.AsSpan(0, 20), "180"));
    }

    [Fact]
    public void Only_this_account_may_read_the_secret()
    {
        new KeyCipher(_data).Encrypt(Plain, "180", isFirst: true);
        Assert.Equal(32, new FileInfo(Secret).Length);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Secret));
    }

    [Fact]
    public void A_lost_secret_is_not_replaced_silently_by_another()
    {
        var bytes = new KeyCipher(_data).Encrypt(Plain, "180", isFirst: true);
        File.Delete(Secret);
        var lost = Assert.Throws<InvalidOperationException>(() => new KeyCipher(_data).Decrypt(bytes, "180"));
        Assert.Contains("Put it back", lost.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => new KeyCipher(_data).Encrypt(Plain, "180", isFirst: false));
        Assert.Empty(Directory.GetFiles(_data.Secrets));
    }
}
