namespace Omr.Service.Review;

/// <summary>Who may confirm a correction: neither who proposed it nor anybody who scanned the paper, by whichever account.</summary>
internal static class TwoPersonRule
{
    /// <summary>Why that person may not confirm; null if they may.</summary>
    /// <param name="confirmer">All accounts of who wants to decide.</param>
    /// <param name="proposer">Who proposed.</param>
    /// <param name="scannedBy">Who scanned the batch, as far as that is known.</param>
    public static Wording? Judge(IReadOnlySet<string> confirmer, string proposer, IEnumerable<string> scannedBy) =>
        confirmer.Contains(proposer)
            ? new("Usulan sendiri harus diputus orang lain.", "Your own proposal must be decided by somebody else.")
            : scannedBy.Any(confirmer.Contains)
                ? new("Pemindai bundel ini tidak boleh memutus koreksinya.", "Who scanned this batch may not decide its corrections.")
                : null;
}
