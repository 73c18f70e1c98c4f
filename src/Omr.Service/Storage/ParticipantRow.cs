namespace Omr.Service.Storage;

/// <summary>A participant as an import told; insert-only. The one with the highest Id is how things stand, those before it are the history.</summary>
internal sealed class ParticipantRow
{
    public long Id { get; init; }

    public required long ImportId { get; init; }

    /// <summary>nomor_peserta.</summary>
    public required string Number { get; init; }

    public required string Name { get; init; }

    public required DateOnly BirthDate { get; init; }

    public required string Kab { get; init; }

    public required string Lokasi { get; init; }

    public required string Ruang { get; init; }

    public required string Seat { get; init; }

    /// <summary>kd_mapel.</summary>
    public required string Subject { get; init; }

    /// <summary>Empty if the roster has none.</summary>
    public required string Package { get; init; }

    /// <summary>Taken off the roster by this import.</summary>
    public required bool IsRemoved { get; init; }
}
