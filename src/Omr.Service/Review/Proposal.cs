namespace Omr.Service.Review;

/// <summary>A correction that somebody proposes.</summary>
/// <param name="Lembar">The page.</param>
/// <param name="Isian"><c>jawaban</c>, <c>paket</c>, <c>kd_mapel</c>, <c>identity</c> or <c>page</c>.</param>
/// <param name="Butir">The item of <c>jawaban</c>, from 1; else 0.</param>
/// <param name="Baru">What the paper says: an option, options joined by <c>|</c>, empty for blank; a code; a number.</param>
/// <param name="Alasan">
/// Why; needed unless a doubtful answer is settled. To give a sheet whose number is certain to somebody else:
/// <c>TULIS: ...</c> (the handwritten number is another) or <c>TUKAR: ...</c> (sheets were swapped), with the evidence.
/// </param>
internal sealed record Proposal(long Lembar, string Isian, int Butir, string Baru, string Alasan)
{
    /// <summary>The same with its texts in one form: options in upper case, ordered, each once.</summary>
    public Proposal Normal => this with
    {
        Isian = (Isian ?? "").Trim(),
        Alasan = (Alasan ?? "").Trim(),
        Baru = Isian == CorrectionField.Answers
            ? string.Join('|', (Baru ?? "").ToUpperInvariant()
                .Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().Order(StringComparer.Ordinal))
            : (Baru ?? "").Trim(),
    };
}
