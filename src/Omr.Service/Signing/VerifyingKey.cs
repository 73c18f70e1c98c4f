using System.Security.Cryptography;
using System.Text;

namespace Omr.Service.Signing;

/// <summary>
/// The public half of a <see cref="SigningKey"/>. What is signed is <c>version//type//SHA-256 of the content</c>, so that a
/// signature under one kind of thing never holds for another.
/// </summary>
internal sealed class VerifyingKey
{
    private const int Version = 1;
    private readonly byte[] _key;

    private VerifyingKey(byte[] key) => _key = key;

    /// <summary>Names the key: the first 16 hexadecimals of the SHA-256 of its public bytes (SubjectPublicKeyInfo).</summary>
    public string Id => Convert.ToHexStringLower(SHA256.HashData(_key).AsSpan(0, 8));

    /// <summary>The key as PEM, to be given to whoever verifies.</summary>
    public string Pem => PemEncoding.WriteString("PUBLIC KEY", _key) + "\n";

    /// <summary>The public half.</summary>
    public static VerifyingKey Of(ECDsa key) => new(key.ExportSubjectPublicKeyInfo());

    /// <summary>Reads PEM; null if it is no key of ours.</summary>
    public static VerifyingKey? Parse(string pem)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportFromPem(pem);
            return key.KeySize == 256 ? Of(key) : null;
        }
        catch (Exception broken) when (broken is ArgumentException or CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Whether the signature is this key's under that content.</summary>
    /// <param name="type">What kind of thing it is.</param>
    /// <param name="content">All of it.</param>
    /// <param name="signature">Lower-case hexadecimals.</param>
    public bool Verify(string type, ReadOnlySpan<byte> content, string signature)
    {
        if (signature.Length % 2 != 0 || !signature.All(char.IsAsciiHexDigitLower))
            return false;
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(_key, out _);
        try
        {
            return key.VerifyData(
                Message(type, content), Convert.FromHexString(signature), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            return false; // not even the form of a signature
        }
    }

    /// <summary>The bytes that are signed.</summary>
    internal static byte[] Message(string type, ReadOnlySpan<byte> content) =>
        Encoding.UTF8.GetBytes(FormattableString.Invariant($"{Version}//{type}//{Convert.ToHexStringLower(SHA256.HashData(content))}"));
}
