namespace Omr.Service.Runs;

/// <summary>A participant whose status or score differs between two runs (perubahan nilai).</summary>
/// <param name="NomorPeserta">The number.</param>
/// <param name="Nama">The name.</param>
/// <param name="Ruang">KAB-LOKASI-RUANG.</param>
/// <param name="StatusLama">Status before; null if the earlier run doesn't know the participant.</param>
/// <param name="NilaiLama">Score before.</param>
/// <param name="StatusBaru">Status after; null if the later run doesn't know the participant.</param>
/// <param name="NilaiBaru">Score after.</param>
public sealed record ScoreChange(
    string NomorPeserta,
    string Nama,
    string Ruang,
    string? StatusLama,
    decimal? NilaiLama,
    string? StatusBaru,
    decimal? NilaiBaru);
