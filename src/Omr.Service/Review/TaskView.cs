namespace Omr.Service.Review;

/// <summary>A task as its callers see it.</summary>
/// <param name="Jenis">What kind.</param>
/// <param name="Prioritas">1 the kind that comes first.</param>
/// <param name="Terbuka">How many things are open on the page; 1 unlocks the sheet.</param>
/// <param name="Lembar">The page; null if it is about none.</param>
/// <param name="Ruang">The room that it belongs to, KAB-LOKASI-RUANG; empty if none is known.</param>
/// <param name="Nomor">The number, or what is known of it.</param>
/// <param name="Isian">The field; of a finding its class, D01 to D27.</param>
/// <param name="Butir">The item; 0 for the whole field.</param>
/// <param name="Terbaca">What was read.</param>
/// <param name="Ragu">Why it is doubtful, by name; empty for a finding.</param>
/// <param name="Alasan">The same in the caller's language.</param>
/// <param name="Citra">Where its picture is; null if there is none.</param>
/// <param name="Subjek">Of a finding: what tells it from others of its kind, to be sent back with an act. Else empty.</param>
public sealed record TaskView(
    ReviewKind Jenis,
    int Prioritas,
    int Terbuka,
    long? Lembar,
    string Ruang,
    string Nomor,
    string Isian,
    int Butir,
    string Terbaca,
    string Ragu,
    string Alasan,
    string? Citra,
    string Subjek);
