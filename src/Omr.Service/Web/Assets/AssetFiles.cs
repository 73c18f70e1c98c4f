using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;

namespace Omr.Service.Web.Assets;

/// <summary>
/// Styles, scripts and pictures of the pages, out of the assembly. Their address holds a hash of all of them, so that a
/// browser may keep them for good and a new version of the program is never shown with the old ones.
/// </summary>
internal static class AssetFiles
{
    private const string Prefix = "web/";

    private static readonly FrozenDictionary<string, byte[]> Files = Read();

    private static readonly string Version = Hash();

    /// <summary>Where a browser finds one.</summary>
    public static string Url(string name) => Files.ContainsKey(name) ? $"/aset/{Version}/{name}" : throw new ArgumentException($"there is no {name}", nameof(name));

    /// <summary>All addresses.</summary>
    public static IEnumerable<string> Urls => Files.Keys.Order(StringComparer.Ordinal).Select(Url);

    public static void Map(WebApplication app)
    {
        app.MapGet("/aset/{version}/{name}", static (string version, string name, HttpContext context) => Send(context, name, version == Version)).AllowAnonymous().ExcludeFromDescription();
        // A service worker rules over the folder it comes from.
        app.MapGet("/sw.js", static (HttpContext context) => Send(context, "sw.js", isLasting: false)).AllowAnonymous().ExcludeFromDescription();
    }

    private static IResult Send(HttpContext context, string name, bool isLasting)
    {
        if (!Files.TryGetValue(name, out var bytes))
            return TypedResults.NotFound();
        context.Response.Headers.CacheControl = isLasting ? "public, max-age=31536000, immutable" : "no-cache";
        return TypedResults.Bytes(bytes, ContentType(name));
    }

    private static string ContentType(string name) => Path.GetExtension(name) switch
    {
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".csv" => "text/csv; charset=utf-8",
        _ => "application/manifest+json",
    };

    private static FrozenDictionary<string, byte[]> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).ToFrozenDictionary(
            n => n[Prefix.Length..],
            n =>
            {
                using var from = assembly.GetManifestResourceStream(n)!;
                using var to = new MemoryStream();
                from.CopyTo(to);
                return to.ToArray();
            },
            StringComparer.Ordinal);
    }

    private static string Hash()
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Files.OrderBy(f => f.Key, StringComparer.Ordinal))
            all.AppendData(file.Value);
        return Convert.ToHexStringLower(all.GetHashAndReset())[..12];
    }
}
