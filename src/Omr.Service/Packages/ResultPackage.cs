using System.Security.Cryptography;
using System.Text;
using Omr.Service.Audit;
using Omr.Service.Signing;

namespace Omr.Service.Packages;

/// <summary>
/// Released results as one signed file: the scores, what they are, a proof that the release stands in the audit log, a receipt,
/// the hashes of all that, and a signature under the hashes. The same release gives the same contents each time; only
/// the signature is another.
/// </summary>
internal static class ResultPackage
{
    /// <summary>Larger than a province's results by an order of magnitude.</summary>
    public const long LargestBytes = 256 << 20;

    /// <summary>Names of the contents, in their order.</summary>
    public static readonly string[] Names =
        ["nilai.csv", "manifest.json", "bukti-log.json", "tanda-bukti.txt", "kunci-publik.pem", "SHA256SUMS", "tanda-tangan.txt"];

    private static readonly Wording Damaged = new(
        "paket rusak, diubah, atau bukan paket hasil omr (isi ZIP tidak tepat sama)",
        "the package is damaged, changed, or no results package of omr (the ZIP isn't exactly as it was made)");

    private static readonly Wording NotSigned = new("tanda tangan paket tidak sah", "the package's signature doesn't hold");

    /// <summary>Makes the file.</summary>
    public static byte[] Make(byte[] scores, PackageManifest manifest, ProofFile proof, SigningKey key)
    {
        List<byte[]> contents =
        [
            scores, manifest.ToBytes(), Encoding.UTF8.GetBytes(proof.Write()), PackageReceipt.Write(manifest, Hash(scores)),
            Encoding.ASCII.GetBytes(key.Public.Pem),
        ];
        contents.Add(Sums(contents.ConvertAll(c => (ReadOnlyMemory<byte>)c)));
        contents.Add(Encoding.ASCII.GetBytes(key.Sign(PackageManifest.Type, contents[^1]) + "\n"));
        return StoredZip.Write([.. Names.Zip(contents.Select(c => (ReadOnlyMemory<byte>)c))]);
    }

    /// <summary>Verifies such a file; its manifest, or what is wrong.</summary>
    /// <param name="file">All bytes.</param>
    /// <param name="trusted">The key that must have signed; null to take the one in the package.</param>
    public static (PackageManifest? Manifest, Wording? Problem) Verify(ReadOnlyMemory<byte> file, VerifyingKey? trusted)
    {
        if (StoredZip.Read(file, Names) is not { } contents)
            return (null, Damaged);
        var sums = contents[5].Span;
        var (pem, signature) = (Text(contents[4]), Text(contents[6]));
        if (!sums.SequenceEqual(Sums([.. contents.Take(5)])))
            return (null, new("jumlah periksa (SHA256SUMS) tidak cocok dengan isi", "the checksums (SHA256SUMS) don't match the contents"));
        if ((trusted ?? VerifyingKey.Parse(pem)) is not { } key || signature is not [.. var hex, '\n']
            || !key.Verify(PackageManifest.Type, sums, hex))
            return (null, NotSigned);
        if (PackageManifest.Parse(contents[1].Span) is not { } read || ProofFile.Parse(Text(contents[2])) is not { } proof)
            return (null, new("manifest atau bukti log tidak dikenal versi program ini", "this version of the program doesn't know the manifest or the proof"));
        return proof.Problem([key]) is { } problem ? (null, problem)
            : ReleaseEntry.Is(proof.Entry!, read.Rilis.Kab, read.Rilis.Run) ? (read, null)
            : (null, new("bukti log bukan tentang rilis ini", "the proof isn't of this release"));
    }

    private static byte[] Sums(IEnumerable<ReadOnlyMemory<byte>> contents) =>
        Encoding.ASCII.GetBytes(string.Concat(contents.Zip(Names, (content, name) => $"{Hash(content.Span)}  {name}\n")));

    private static string Text(ReadOnlyMemory<byte> content) => Encoding.UTF8.GetString(content.Span);

    private static string Hash(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
