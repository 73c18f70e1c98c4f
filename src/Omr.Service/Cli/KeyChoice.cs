using System.CommandLine;
using Omr.Service.Audit;
using Omr.Service.Hosting;
using Omr.Service.Signing;

namespace Omr.Service.Cli;

/// <summary>The heads and public keys that somebody verifies with.</summary>
internal static class KeyChoice
{
    /// <summary><c>--public-key F</c>.</summary>
    public static Option<string> PublicKey(Terminal terminal) => SharedOptions.File(
        "--public-key", "F.pem",
        terminal.Say(
            "Kunci publik yang Anda percayai; tanpa ini yang terletak di samping", "The public key that you trust; without it the one that lies beside"),
        required: false);

    /// <summary><c>--heads DIR|FILE</c>.</summary>
    public static Option<string> Heads(Terminal terminal) => SharedOptions.File(
        "--heads", "DIR|FILE",
        terminal.Say("Kepala log yang disimpan di tempat lain (bawaan: heads/ di folder data)", "Heads kept elsewhere (default: heads/ in the data folder)"),
        required: false);

    /// <summary>The keys, at least one; null with one clear line.</summary>
    /// <param name="file">What <c>--public-key</c> named.</param>
    /// <param name="beside">The keys that lie where the heads are.</param>
    /// <param name="language">Of the line.</param>
    /// <param name="problem">The line.</param>
    public static IReadOnlyList<VerifyingKey>? Of(string? file, IReadOnlyList<VerifyingKey> beside, Language language, out string problem)
    {
        problem = "";
        if (file is null)
            return beside;
        problem = language.Pick($"{file}: bukan kunci publik PEM dari omr", $"{file}: no PEM public key of omr");
        return File.Exists(file) && VerifyingKey.Parse(File.ReadAllText(file)) is { } key ? [key] : null;
    }

    /// <summary>The database of a data folder and the heads to hold it against; null with one clear line.</summary>
    public static (string Database, HeadSet Heads, IReadOnlyList<VerifyingKey> Keys)? Log(
        string data, string? heads, string? publicKey, Language language, out string problem)
    {
        var (database, kept) = (DataFolder.DatabaseOf(data), heads ?? DataFolder.HeadsOf(data));
        if (DataFolder.Missing(data) is { } missing)
        {
            problem = language.Pick(missing.Indonesian, missing.English);
            return null;
        }

        problem = language.Pick($"{heads}: berkas atau folder tidak ada", $"{heads}: no such file or folder");
        if (heads is not null && !File.Exists(heads) && !Directory.Exists(heads))
            return null;
        return Of(publicKey, HeadFolder.Keys(kept), language, out problem) is { } keys ? (database, HeadFolder.Load([kept], keys), keys) : null;
    }
}
