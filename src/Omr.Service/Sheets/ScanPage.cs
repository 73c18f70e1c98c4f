namespace Omr.Service.Sheets;

/// <summary>A page of a batch, in a line.</summary>
/// <param name="Id">Its number in the ledger.</param>
/// <param name="File">Its file's name at the first arrival.</param>
/// <param name="Page">Page of the file, from 1.</param>
/// <param name="At">When it was read, UTC.</param>
/// <param name="Refused">Why it was refused, by name; empty on a sheet.</param>
/// <param name="Evidence">The numbers that prove a refusal.</param>
/// <param name="Number">The number, or what is known of it.</param>
/// <param name="IsKnown">Whether the number was surely read.</param>
/// <param name="Doubts">How many things on it are doubtful.</param>
public sealed record ScanPage(
    long Id, string File, int Page, DateTime At, string Refused, string Evidence, string Number, bool IsKnown, int Doubts);
