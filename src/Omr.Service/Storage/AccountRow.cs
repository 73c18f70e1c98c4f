namespace Omr.Service.Storage;

/// <summary>Somebody, or some machine, that may do something (DOMAIN.md section 6).</summary>
internal sealed class AccountRow
{
    public long Id { get; init; }

    /// <summary>Unique whatever its case; names what was done in the audit log, so it is never given twice.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Who uses it, by a number or name that is theirs alone; somebody with two duties has two accounts of one person, and
    /// what two people must do they can't do alone.
    /// </summary>
    public required string Person { get; init; }

    /// <summary>A machine that comes with an API key, rather than a person with a password.</summary>
    public required bool IsMachine { get; init; }

    /// <summary><see cref="Access.Role"/> by name.</summary>
    public required string Role { get; init; }

    /// <summary><c>KAB[-LOKASI[-RUANG]]</c>; empty for the whole province.</summary>
    public required string Scope { get; init; }

    /// <summary>Hash of the password, or SHA-256 of the key.</summary>
    public required string Secret { get; set; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>Who let it in; without that it can't be used. Whoever commands the server needs nobody's leave.</summary>
    public string? ApprovedBy { get; set; }

    public DateTime? DisabledAt { get; set; }

    /// <summary>When somebody else set the password; null once its owner chose one.</summary>
    public DateTime? PasswordIssuedAt { get; set; }

    /// <summary>Wrong passwords and codes in a row.</summary>
    public int FailedSignIns { get; set; }

    /// <summary>Until when nobody can sign in, after too many wrong tries.</summary>
    public DateTime? LockedUntil { get; set; }

    /// <summary>Secret of the one-time codes, encrypted; null without a second factor.</summary>
    public string? SecondFactor { get; set; }

    /// <summary>Whether a code of it was given once; only then is it asked for.</summary>
    public bool IsSecondFactorConfirmed { get; set; }

    /// <summary>The last code's number, so that no code serves twice.</summary>
    public long SecondFactorStep { get; set; }
}
