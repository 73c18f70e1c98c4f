using System.Security.Cryptography;
using System.Text;
using Omr.Scanner.Native;
using Omr.Service.Hosting;

namespace Omr.Service.KeyCustody;

/// <summary>
/// Encrypts answer keys (AES-256-GCM) under a secret that lies in the data folder's <c>secrets/</c>, not in the database:
/// neither a copy of the database nor a backup of it tells a key. A cipher opens only for the purpose it was made for, so it
/// can't be moved to another row.
/// </summary>
internal sealed class KeyCipher(DataFolder data)
{
    private const int SecretBytes = 32;
    private const byte Format = 1;
    private static readonly int NonceBytes = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int TagBytes = AesGcm.TagByteSizes.MaxSize;

    private readonly Lock _lock = new();
    private byte[]? _secret;

    private string SecretFile => Path.Combine(data.Secrets, "answer-keys.secret");

    /// <summary>Encrypts.</summary>
    /// <param name="plain">What nobody may see.</param>
    /// <param name="purpose">What it is for and of what; asked again to decrypt.</param>
    /// <param name="isFirst">Nothing was encrypted before, so that a secret may be made if there is none.</param>
    /// <exception cref="InvalidOperationException">The secret of what is stored is lost.</exception>
    public byte[] Encrypt(ReadOnlySpan<byte> plain, string purpose, bool isFirst)
    {
        var cipher = new byte[1 + NonceBytes + TagBytes + plain.Length];
        cipher[0] = Format;
        var nonce = cipher.AsSpan(1, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(Secret(isFirst), TagBytes);
        aes.Encrypt(
            nonce, plain, cipher.AsSpan(1 + NonceBytes + TagBytes), cipher.AsSpan(1 + NonceBytes, TagBytes),
            Encoding.UTF8.GetBytes(purpose));
        return cipher;
    }

    /// <summary>Decrypts what was encrypted for that purpose.</summary>
    /// <exception cref="CryptographicException">It wasn't, or was changed since.</exception>
    /// <exception cref="InvalidOperationException">The secret of what is stored is lost.</exception>
    public byte[] Decrypt(ReadOnlySpan<byte> cipher, string purpose)
    {
        if (cipher.Length < 1 + NonceBytes + TagBytes || cipher[0] != Format)
            throw new CryptographicException("the stored key has no known form");
        var body = cipher[(1 + NonceBytes + TagBytes)..];
        var plain = new byte[body.Length];
        using var aes = new AesGcm(Secret(mayMake: false), TagBytes);
        aes.Decrypt(
            cipher.Slice(1, NonceBytes), body, cipher.Slice(1 + NonceBytes, TagBytes), plain, Encoding.UTF8.GetBytes(purpose));
        return plain;
    }

    private byte[] Secret(bool mayMake)
    {
        lock (_lock)
            return _secret ??= File.Exists(SecretFile) ? Load() : mayMake ? Make() : throw Lost("is missing");
    }

    private byte[] Load()
    {
        var secret = File.ReadAllBytes(SecretFile);
        return secret.Length == SecretBytes ? secret : throw Lost("is damaged");
    }

    private byte[] Make()
    {
        var secret = RandomNumberGenerator.GetBytes(SecretBytes);
        var part = SecretFile + ".part";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(part, options))
            file.Write(secret);
        DurableFiles.Flush(part);
        File.Move(part, SecretFile, overwrite: false);
        DurableFiles.Flush(data.Secrets);
        return secret;
    }

    private InvalidOperationException Lost(string how) => new(
        $"{SecretFile} {how}: the stored answer keys can't be opened. Put it back from the backup of the data folder.");
}
