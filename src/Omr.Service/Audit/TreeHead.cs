using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Omr.Service.Audit;

/// <summary>What is signed of a log at a moment: whoever keeps it can tell later whether the log still begins so.</summary>
/// <param name="Size">Entries.</param>
/// <param name="Root">Root of the tree over them, lower-case hexadecimals.</param>
/// <param name="Time">When, UTC.</param>
/// <param name="Key">Which key signs (<see cref="Signing.VerifyingKey.Id"/>).</param>
internal sealed record TreeHead(long Size, string Root, DateTime Time, string Key)
{
    /// <summary>What kind of thing the signature is of.</summary>
    public const string Type = "omr-tree-head";

    /// <summary>The signed text, on one line.</summary>
    [JsonIgnore]
    public string Content => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"type":"{{Type}}","version":1,"size":{{Size}},"root":"{{Root}}","time":"{{Time:O}}","key":"{{Key}}"}""");

    /// <summary>The head that such a text tells; null if it isn't exactly as this program writes one.</summary>
    public static TreeHead? Parse(string content)
    {
        try
        {
            using var json = JsonDocument.Parse(content);
            var all = json.RootElement;
            var head = new TreeHead(
                all.GetProperty("size").GetInt64(),
                all.GetProperty("root").GetString()!,
                DateTime.Parse(all.GetProperty("time").GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
                all.GetProperty("key").GetString()!);
            return head.Content == content ? head : null;
        }
        catch (Exception broken) when (broken is JsonException or FormatException or KeyNotFoundException or InvalidOperationException or ArgumentNullException)
        {
            return null;
        }
    }
}
