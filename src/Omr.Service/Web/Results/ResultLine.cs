using System.Text.Json;
using Omr.Service.Publication;
using Omr.Service.Scoring;

namespace Omr.Service.Web.Results;

/// <summary>Somebody's result.</summary>
/// <param name="Score">As the API tells it.</param>
/// <param name="IsReleased">Whether that is what is released.</param>
public sealed record ResultLine(ScoreView Score, bool IsReleased)
{
    /// <summary>The status.</summary>
    public ScoreStatus Status => Enum.Parse<ScoreStatus>(Score.Status);

    /// <summary>The participant's room.</summary>
    public string Room => $"{Score.KdKab}-{Score.Lokasi}-{Score.Ruang}";

    /// <summary>Of a score.</summary>
    internal static ResultLine Of(ScoreEntry entry, ScoreBook released) => new(
        JsonSerializer.Deserialize<ScoreView>(entry.Json, JsonSerializerOptions.Web)!,
        released.ByNumber.TryGetValue(entry.Number, out var open) && open.Run == entry.Run);
}
