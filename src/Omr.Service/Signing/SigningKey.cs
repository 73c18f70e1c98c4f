using System.Security.Cryptography;
using Omr.Scanner.Native;

namespace Omr.Service.Signing;

/// <summary>
/// The key by which a service signs tree heads and packages: ECDSA on P-256 with SHA-256, signatures in DER as other tools
/// read them. It lies in the data folder's <c>secrets/</c>, readable by the service's account only.
/// </summary>
internal sealed class SigningKey
{
    private const string FileName = "signing.pem";
    private readonly string _pem;

    private SigningKey(string pem)
    {
        _pem = pem;
        using var key = Open();
        Public = VerifyingKey.Of(key);
    }

    /// <summary>What others verify with.</summary>
    public VerifyingKey Public { get; }

    /// <summary>The folder's key; null if none was made yet.</summary>
    public static SigningKey? Find(string secrets)
    {
        var path = Path.Combine(secrets, FileName);
        return File.Exists(path) ? new(File.ReadAllText(path)) : null;
    }

    /// <summary>Signs content of that type; lower-case hexadecimals.</summary>
    public string Sign(string type, ReadOnlySpan<byte> content)
    {
        using var key = Open();
        return Convert.ToHexStringLower(key.SignData(
            VerifyingKey.Message(type, content), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
    }

    /// <summary>Makes the folder's key, which has none; the one that another process made meanwhile if it was first.</summary>
    public static SigningKey Make(string secrets)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var (path, part) = (Path.Combine(secrets, FileName), Path.Combine(secrets, $"{FileName}.{Guid.NewGuid():N}.part"));
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new StreamWriter(part, System.Text.Encoding.ASCII, options))
            file.Write(key.ExportPkcs8PrivateKeyPem() + "\n");
        DurableFiles.Flush(part);
        try
        {
            File.Move(part, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(part); // another process was first
        }

        DurableFiles.Flush(secrets);
        return Find(secrets)!;
    }

    private ECDsa Open()
    {
        var key = ECDsa.Create();
        key.ImportFromPem(_pem);
        return key;
    }
}
