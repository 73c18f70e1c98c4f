namespace Omr.Service.Sheets;

/// <summary>A batch: what came in from a room's folder, or in the flat folder.</summary>
/// <param name="Ruang">KAB-LOKASI-RUANG; empty for the flat folder.</param>
/// <param name="Berkas">Files, duplicates not counted.</param>
/// <param name="Kembar">Files whose bytes had arrived before.</param>
/// <param name="Menunggu">Files that wait for being read.</param>
/// <param name="Halaman">Pages of the files that were looked at.</param>
/// <param name="Terbaca">Pages that were read.</param>
/// <param name="Ditolak">Pages that were refused.</param>
/// <param name="Ragu">Pages that were read with something doubtful on them.</param>
/// <param name="Pemindai">Who scanned it, as far as anybody said.</param>
/// <param name="Terakhir">When the last file arrived, UTC.</param>
internal sealed record BatchView(
    string Ruang,
    int Berkas,
    int Kembar,
    int Menunggu,
    int Halaman,
    int Terbaca,
    int Ditolak,
    int Ragu,
    IReadOnlyList<string> Pemindai,
    DateTime Terakhir);
