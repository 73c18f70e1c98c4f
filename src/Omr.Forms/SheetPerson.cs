namespace Omr.Forms;

/// <summary>What is preprinted on a personal sheet, from the roster.</summary>
/// <param name="Number">Participant number (nomor peserta), as digits; it is also the text of the bar code.</param>
/// <param name="Name">Name (nama), printed as given.</param>
/// <param name="Placement">
/// Region, location, room and seat in words for people, for example <c>05-012-003 kursi 07</c>.
/// </param>
/// <param name="Subject">Code and name of the subject (mata pelajaran), for example <c>180 Matematika</c>.</param>
public sealed record SheetPerson(string Number, string Name, string Placement, string Subject);
