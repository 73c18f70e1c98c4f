namespace Omr.Scanner.Intake;

/// <summary>A file in the drop folder that somebody may still be writing.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Name">Its path in the drop folder, with <c>/</c> on every system.</param>
/// <param name="Room">The sub-folder <c>KAB-LOKASI-RUANG</c> that it lies in; null in the flat folder.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Modified">Its time of change, UTC.</param>
/// <param name="Taken">Its time of change when it was taken already and hadn't grown yet; null if it wasn't.</param>
public sealed record IncomingFile(
    string Path, string Name, string? Room, long Bytes, DateTime Modified, DateTime? Taken = null);
