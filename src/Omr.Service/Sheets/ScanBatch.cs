namespace Omr.Service.Sheets;

/// <summary>A batch that is being scanned, or was lately, beside what must be in it.</summary>
/// <param name="Room"><c>KAB-LOKASI-RUANG</c>; empty for the flat folder.</param>
/// <param name="Files">Files that arrived, duplicates not counted.</param>
/// <param name="Twins">Files whose bytes had arrived before.</param>
/// <param name="Waiting">Files that wait for being read.</param>
/// <param name="Pages">Pages that were looked at.</param>
/// <param name="Refused">Of these: refused.</param>
/// <param name="Doubtful">Of these: with something doubtful.</param>
/// <param name="BlackAndWhite">Of these: read from a black-and-white scan, which may have lost faint marks.</param>
/// <param name="Last">When the last file arrived, UTC.</param>
/// <param name="Accepted">Pages when the batch was accepted; null if it wasn't.</param>
/// <param name="AcceptedBy">Who accepted it.</param>
/// <param name="AcceptedAt">When, UTC.</param>
public sealed record ScanBatch(
    string Room, int Files, int Twins, int Waiting, int Pages, int Refused, int Doubtful, int BlackAndWhite, DateTime Last, int? Accepted,
    string AcceptedBy, DateTime? AcceptedAt);
