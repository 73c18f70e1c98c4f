namespace Omr.Scanner.Intake;

/// <summary>A file that is in the vault and was not read yet.</summary>
/// <param name="Id">The ledger's number for it, ascending in the order of arrival.</param>
/// <param name="Sha256">Its name in the vault.</param>
/// <param name="Name">How it was called when it first arrived.</param>
public sealed record WaitingFile(long Id, string Sha256, string Name);
