using Omr.Service.Rosters;

namespace Omr.Service.Api;

/// <summary>A participant, field by field as the roster names them.</summary>
internal sealed record ParticipantMessage(
    string NomorPeserta,
    string Nama,
    string TglLahir,
    string KdKab,
    string Lokasi,
    string Ruang,
    string Kursi,
    string KdMapel,
    string Paket)
{
    public static ParticipantMessage Of(Participant person) => new(
        person.Number, person.Name, ListFields.DateOf(person), person.Room.Kab, person.Room.Lokasi, person.Room.Ruang,
        person.Seat, person.Subject, person.Package);
}
