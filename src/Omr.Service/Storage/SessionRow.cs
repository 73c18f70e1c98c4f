namespace Omr.Service.Storage;

/// <summary>Somebody who signed in in a browser, until they sign out, rest for too long or are shut out.</summary>
internal sealed class SessionRow
{
    public long Id { get; init; }

    /// <summary>SHA-256 of the token that the cookie holds.</summary>
    public required string Token { get; init; }

    public required long AccountId { get; init; }

    /// <summary>Whether a one-time code was given as well.</summary>
    public required bool HasSecondFactor { get; set; }

    public required DateTime StartedAt { get; init; }

    /// <summary>When it last asked for something, to the minute.</summary>
    public required DateTime SeenAt { get; set; }

    public DateTime? EndedAt { get; set; }
}
