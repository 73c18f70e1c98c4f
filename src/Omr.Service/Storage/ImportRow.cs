namespace Omr.Service.Storage;

/// <summary>A list that somebody brought in. Insert-only; what each brought stands in rows of its own.</summary>
internal sealed class ImportRow
{
    public long Id { get; init; }

    /// <summary><c>roster</c> or <c>attendance</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>As the caller named it.</summary>
    public required string FileName { get; init; }

    /// <summary>Of its bytes, hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Name of the account.</summary>
    public required string By { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    public required int Added { get; init; }

    public required int Changed { get; init; }

    public required int Removed { get; init; }
}
