namespace Omr.Service.Storage;

/// <summary>Somebody, or some machine, that may do something (DOMAIN.md section 6).</summary>
internal sealed class AccountRow
{
    public long Id { get; init; }

    /// <summary>Unique whatever its case; names what was done in the audit log, so it is never given twice.</summary>
    public required string Name { get; init; }

    /// <summary>A machine that comes with an API key, rather than a person with a password.</summary>
    public required bool IsMachine { get; init; }

    /// <summary><see cref="Access.Role"/> by name.</summary>
    public required string Role { get; init; }

    /// <summary><c>KAB[-LOKASI[-RUANG]]</c>; empty for the whole province.</summary>
    public required string Scope { get; init; }

    /// <summary>Hash of the password, or SHA-256 of the key.</summary>
    public required string Secret { get; set; }

    public required DateTime CreatedAt { get; init; }

    public DateTime? DisabledAt { get; set; }
}
