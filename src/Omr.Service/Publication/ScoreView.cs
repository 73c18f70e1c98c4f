namespace Omr.Service.Publication;

/// <summary>A score as <see cref="ScoreEntry"/> writes it, for the API's description: the columns of nilai.csv.</summary>
/// <param name="NomorPeserta">Participant number.</param>
/// <param name="Nama">Name.</param>
/// <param name="KdKab">Kab.</param>
/// <param name="Lokasi">Lokasi.</param>
/// <param name="Ruang">Room.</param>
/// <param name="KdMapel">Subject code.</param>
/// <param name="Paket">Package that was scored; empty if none.</param>
/// <param name="Benar">Items credited; null unless scored.</param>
/// <param name="Salah">Items with one other option.</param>
/// <param name="Kosong">Items without a mark.</param>
/// <param name="Ganda">Items with several marks.</param>
/// <param name="Pedagogik">P.</param>
/// <param name="Profesional">F.</param>
/// <param name="Nilai">N, 0 to 100.</param>
/// <param name="Status">What became of the sheet.</param>
/// <param name="Run">The scoring run.</param>
public sealed record ScoreView(
    string NomorPeserta,
    string Nama,
    string KdKab,
    string Lokasi,
    string Ruang,
    string KdMapel,
    string Paket,
    int? Benar,
    int? Salah,
    int? Kosong,
    int? Ganda,
    decimal? Pedagogik,
    decimal? Profesional,
    decimal? Nilai,
    string Status,
    long Run);
