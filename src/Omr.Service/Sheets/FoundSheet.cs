using Omr.Service.Storage;

namespace Omr.Service.Sheets;

/// <summary>A page with all that is stored about it.</summary>
/// <param name="Page">The page.</param>
/// <param name="Sha256">Of its file's bytes.</param>
/// <param name="Arrivals">How its bytes arrived, the first one first.</param>
/// <param name="Rooms">The rooms that it has to do with.</param>
/// <param name="Earlier">The page that it was before its file grew; null if it was none.</param>
/// <param name="Later">The page that it became when its file grew; null if it became none.</param>
internal sealed record FoundSheet(
    PageRow Page, string Sha256, IReadOnlyList<ArrivalRow> Arrivals, SheetRooms Rooms, long? Earlier, long? Later)
{
    /// <summary>Its file's name at the first arrival.</summary>
    public string FileName => Arrivals.Count > 0 ? Arrivals[0].Name : Sha256;
}
