namespace Omr.Service.Rosters;

/// <summary>A registered participant (peserta), one row of the roster.</summary>
/// <param name="Number">Participant number (nomor_peserta), always text.</param>
/// <param name="Name">Full name as registered.</param>
/// <param name="BirthDate">Date of birth (tgl_lahir).</param>
/// <param name="Room">Where the participant was placed.</param>
/// <param name="Seat">Seat (kursi); may be empty.</param>
/// <param name="Subject">Subject code (kd_mapel).</param>
/// <param name="Package">Package of the seat plan (paket), two digits or a letter; empty when the roster has none.</param>
/// <param name="Row">Row in the roster file.</param>
public sealed record Participant(
    string Number,
    string Name,
    DateOnly BirthDate,
    RoomId Room,
    string Seat,
    string Subject,
    string Package,
    int Row);
