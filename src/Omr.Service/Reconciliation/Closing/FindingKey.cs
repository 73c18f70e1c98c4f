namespace Omr.Service.Reconciliation.Closing;

/// <summary>What a finding is told by from all others, over days and restarts.</summary>
/// <param name="Code">D01 to D27, E1 to E12.</param>
/// <param name="Room">KAB-LOKASI-RUANG; empty for the province.</param>
/// <param name="Number">Participant number; empty if none.</param>
/// <param name="Subject"><see cref="Finding.Subject"/>.</param>
internal sealed record FindingKey(string Code, string Room, string Number, string Subject)
{
    /// <summary>The key of a finding.</summary>
    public static FindingKey Of(Finding finding) =>
        new(finding.Code, finding.Room?.ToString() ?? "", finding.Number, finding.Subject);
}
