namespace Omr.Service.Publication;

/// <summary>Which scores a caller asks for; what isn't said doesn't matter.</summary>
/// <param name="Kab">Only of that kab.</param>
/// <param name="Lokasi">Only of that lokasi.</param>
/// <param name="Ruang">Only of that room.</param>
/// <param name="Mapel">Only of that subject.</param>
/// <param name="Status">Only with that status.</param>
/// <param name="Run">Only of that run.</param>
/// <param name="Cursor">From behind that number on.</param>
/// <param name="Limit">How many at most.</param>
internal sealed record ScoreQuery(
    string? Kab, string? Lokasi, string? Ruang, string? Mapel, string? Status, long? Run, string? Cursor, int? Limit)
{
    /// <summary>Whether that score is asked for.</summary>
    public bool Suits(ScoreEntry score) =>
        Is(Kab, score.Room.Kab) && Is(Lokasi, score.Room.Lokasi) && Is(Ruang, score.Room.Ruang)
        && Is(Mapel, score.Subject) && Is(Status, score.Status) && (Run is null || Run == score.Run);

    private static bool Is(string? asked, string value) => string.IsNullOrEmpty(asked) || asked == value;
}
