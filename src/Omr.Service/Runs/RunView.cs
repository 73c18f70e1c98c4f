using Omr.Service.Storage;

namespace Omr.Service.Runs;

/// <summary>A scoring run as its callers see it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Oleh">Who started it.</param>
/// <param name="Waktu">When, UTC.</param>
/// <param name="Alasan">Why.</param>
/// <param name="VersiKunci">Subject and key version, <c>180:1 220:3</c>.</param>
/// <param name="LembarTerakhir">Pages up to this one.</param>
/// <param name="KeputusanTerakhir">Decisions on corrections up to this one.</param>
/// <param name="Bobot">Weights of pedagogy and professional competence.</param>
/// <param name="Peserta">How many participants.</param>
/// <param name="Sidik">SHA-256 of all rows.</param>
public sealed record RunView(
    long Id,
    string Oleh,
    DateTime Waktu,
    string Alasan,
    string VersiKunci,
    long LembarTerakhir,
    long KeputusanTerakhir,
    string Bobot,
    int Peserta,
    string Sidik)
{
    /// <summary>The run for a caller.</summary>
    internal static RunView Of(RunRow row) => new(
        row.Id, row.By, row.At, row.Why, row.KeyVersions, row.LastPageId, row.LastDecisionId, row.Weights, row.Participants, row.Digest);
}
