namespace Omr.Service.Review;

/// <summary>Who may confirm a correction: neither who proposed it nor anybody who scanned the paper.</summary>
internal static class TwoPersonRule
{
    /// <summary>Why that account may not confirm; null if it may.</summary>
    /// <param name="confirmer">Who wants to decide.</param>
    /// <param name="proposer">Who proposed.</param>
    /// <param name="scannedBy">Who scanned the batch, as far as that is known.</param>
    public static Wording? Judge(string confirmer, string proposer, IEnumerable<string> scannedBy) =>
        string.Equals(confirmer, proposer, StringComparison.OrdinalIgnoreCase)
            ? new("Usulan sendiri harus diputus orang lain.", "Your own proposal must be decided by somebody else.")
            : scannedBy.Contains(confirmer, StringComparer.OrdinalIgnoreCase)
                ? new("Pemindai bundel ini tidak boleh memutus koreksinya.", "Who scanned this batch may not decide its corrections.")
                : null;
}
