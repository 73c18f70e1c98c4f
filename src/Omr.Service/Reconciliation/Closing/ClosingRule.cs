namespace Omr.Service.Reconciliation.Closing;

/// <summary>Who may close a finding: the Ketua approves what somebody else proposed (docs/decisions/0016-closing-findings.md).</summary>
internal static class ClosingRule
{
    /// <summary>Why whoever has these accounts may not close it; null if they may.</summary>
    /// <param name="before">What was done about the finding until now.</param>
    /// <param name="own">All accounts of who wants to close it.</param>
    public static Wording? Judge(IEnumerable<FindingAct> before, IReadOnlySet<string> own)
    {
        var proposers = before.Where(a => a.Kind == FindingActKind.Propose).Select(a => a.By).ToList();
        return proposers.Count == 0
            ? new(
                "Belum ada usul penutupan (tindakan usul) untuk temuan ini; minta verifikator mengusulkannya, lalu tutup.",
                "Nobody has proposed how this finding is closed (tindakan usul); ask a verifikator to propose it, then close it.")
            : proposers.Exists(own.Contains)
                ? new(
                    "Yang mengusulkan tidak boleh menutup temuan itu; minta orang lain.",
                    "Who proposed it may not close it; ask somebody else.")
                : null;
    }
}
