namespace Omr.Scanner.Intake;

/// <summary>A file that the vault holds.</summary>
/// <param name="Sha256">What it is called there: SHA-256 of its bytes, in lower-case hexadecimals.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="IsNew">Whether the vault did not hold the same bytes before.</param>
public sealed record VaultedFile(string Sha256, long Bytes, bool IsNew);
