namespace Omr.Scanner.Intake;

/// <summary>A file that lay in a drop folder and is in the vault now.</summary>
/// <param name="Name">Its path in the drop folder, with <c>/</c>.</param>
/// <param name="Room">The sub-folder that it lay in; empty in the flat folder.</param>
/// <param name="Modified">Its time of change, UTC.</param>
/// <param name="Sha256">Hash of its bytes, its name in the vault.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Drop">Full path of the drop folder.</param>
/// <param name="Before">
/// Its time of change at the arrival before, when it is the same file, which has grown since; null if it is none.
/// </param>
public sealed record Arrival(
    string Name, string Room, DateTime Modified, string Sha256, long Bytes, string Drop, DateTime? Before = null);
