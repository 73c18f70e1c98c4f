namespace Omr.Service.Storage;

/// <summary>Whether a participant came, as an import told; insert-only, the highest Id of a number holds.</summary>
internal sealed class AttendanceRow
{
    public long Id { get; init; }

    public required long ImportId { get; init; }

    public required string Number { get; init; }

    public required bool IsPresent { get; init; }

    /// <summary><see cref="Rosters.Incident"/> by name.</summary>
    public required string Incident { get; init; }
}
