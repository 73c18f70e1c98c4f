using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Omr.Service.Audit;
using Omr.Service.Publication;
using Omr.Service.Runs;

namespace Omr.Service.Packages;

/// <summary>What the results of a package are and where they come from: <c>manifest.json</c>.</summary>
/// <param name="Jenis">What kind of file this is.</param>
/// <param name="Versi">Version of its form.</param>
/// <param name="Rilis">Who released what, when.</param>
/// <param name="Skoring">The run: who, when, key versions, weights, hash of all its rows.</param>
/// <param name="Pembaca">Versions of the engine that read the sheets.</param>
/// <param name="Program">Version of the program that made the package's form.</param>
/// <param name="Peserta">Rows of nilai.csv.</param>
/// <param name="Status">Rows by status.</param>
/// <param name="Kepala">The signed head of the log that holds the release.</param>
internal sealed record PackageManifest(
    string Jenis,
    int Versi,
    ReleaseView Rilis,
    RunView Skoring,
    ImmutableArray<string> Pembaca,
    string Program,
    int Peserta,
    ImmutableSortedDictionary<string, int> Status,
    TreeHead Kepala)
{
    /// <summary>What a manifest of this form calls itself.</summary>
    public const string Type = "omr-result-package";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The file's bytes.</summary>
    public byte[] ToBytes() => [.. JsonSerializer.SerializeToUtf8Bytes(this, Options), (byte)'\n'];

    /// <summary>Reads such a file; null if it is none.</summary>
    public static PackageManifest? Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<PackageManifest>(bytes, Options) is { Jenis: Type, Versi: 1, Rilis: not null, Skoring: not null } read ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
