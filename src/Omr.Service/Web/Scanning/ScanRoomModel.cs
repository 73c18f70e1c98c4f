using Omr.Service.Sheets;

namespace Omr.Service.Web.Scanning;

/// <summary>The scan room.</summary>
/// <param name="Batches">The batches of late, the latest first.</param>
/// <param name="Last">The page that was read last.</param>
/// <param name="PerMinute">Pages read within the last minute.</param>
/// <param name="Waiting">Files that wait.</param>
/// <param name="Pages">Pages in all.</param>
/// <param name="Troubles">What is wrong with the drop folders.</param>
/// <param name="Drop">Where scanners write; empty for those who have nothing to do with it.</param>
public sealed record ScanRoomModel(
    IReadOnlyList<BatchModel> Batches, ScanPage? Last, int PerMinute, int Waiting, int Pages, IReadOnlyList<Wording> Troubles, string Drop);
