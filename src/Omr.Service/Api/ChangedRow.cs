using Omr.Service.Rosters;

namespace Omr.Service.Api;

/// <summary>A row that a list changes.</summary>
/// <param name="NomorPeserta">Whose.</param>
/// <param name="Perubahan">The fields that differ.</param>
internal sealed record ChangedRow(string NomorPeserta, IReadOnlyList<FieldChange> Perubahan);
