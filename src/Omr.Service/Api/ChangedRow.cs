using Omr.Service.Rosters;

namespace Omr.Service.Api;

/// <summary>A row that a list changes.</summary>
/// <param name="NomorPeserta">Whose.</param>
/// <param name="Nama">Their name, as the list has it if it is a roster.</param>
/// <param name="Ruang">Their room, likewise.</param>
/// <param name="Perubahan">The fields that differ.</param>
internal sealed record ChangedRow(string NomorPeserta, string Nama, string Ruang, IReadOnlyList<FieldChange> Perubahan)
{
    public static ChangedRow Of(string number, Participant? person, IReadOnlyList<FieldChange> changes) =>
        new(number, person?.Name ?? "", person?.Room.ToString() ?? "", changes);
}
