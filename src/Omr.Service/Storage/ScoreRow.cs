namespace Omr.Service.Storage;

/// <summary>What a run says of a participant; insert-only.</summary>
internal sealed class ScoreRow
{
    public required long RunId { get; init; }

    public required string Number { get; init; }

    public required string Name { get; init; }

    public required string Kab { get; init; }

    public required string Lokasi { get; init; }

    public required string Ruang { get; init; }

    public required string Subject { get; init; }

    public required string Package { get; init; }

    /// <summary><see cref="Scoring.ScoreStatus"/> by name.</summary>
    public required string Status { get; init; }

    public required int? Right { get; init; }

    public required int? Wrong { get; init; }

    public required int? Blank { get; init; }

    public required int? Multiple { get; init; }

    public required decimal? Pedagogy { get; init; }

    public required decimal? Professional { get; init; }

    public required decimal? Value { get; init; }
}
