using Omr.Engine.Template;
using Omr.Service.Access;
using Omr.Service.Storage;

namespace Omr.Service.Review;

/// <summary>Whether an entry can be taken, by whom and in which shape. Pure.</summary>
internal static class EntryRules
{
    /// <summary>Why a page isn't keyed in by that person; null if it may be.</summary>
    public static Refused? Judge(PageRow page, EntryStanding standing, Caller caller, bool holdsKeys, IReadOnlySet<string> own, IReadOnlyList<string> scannedBy)
    {
        if (page.Reading is not null)
        {
            return new(StatusCodes.Status422UnprocessableEntity, new(
                "Lembar ini terbaca; isian yang ragu atau keliru dikoreksi satu per satu di Verifikasi.",
                "This sheet was read; what is doubtful or wrong on it is corrected field by field in Verification."));
        }

        if (standing.Fate.Length > 0)
        {
            return new(StatusCodes.Status409Conflict, new(
                $"Halaman ini sudah diusulkan atau dinyatakan \"{standing.Fate}\"; yang begitu tidak dientri.",
                $"This page was proposed or declared to be \"{standing.Fate}\"; such a page isn't keyed in."));
        }

        if (holdsKeys)
            return CorrectionBook.KeyHolder;
        if (!standing.IsDue)
        {
            return new(StatusCodes.Status409Conflict, standing.Mine.IsEmpty
                ? new("Lembar ini sudah dientri sama oleh dua orang.", "Two people keyed in this sheet alike already.")
                : new("Entri Anda sudah masuk dan menunggu orang kedua.", "Your entry is in and waits for the second person."));
        }

        if (standing.Others.IsEmpty)
            return null;
        if (!caller.Role.May(Act.ConfirmCorrection))
        {
            return new(StatusCodes.Status403Forbidden, new(
                "Entri pertama sudah masuk; entri kedua dibuat oleh seorang Verifikator.",
                "The first entry is in; the second one is made by a Verifikator."));
        }

        var broken = standing.Others.Values.Select(o => o.By).Distinct().Select(by => TwoPersonRule.Judge(own, by, scannedBy)).FirstOrDefault(w => w is not null);
        return broken is null ? null : new(StatusCodes.Status403Forbidden, broken);
    }

    /// <summary>What is wrong with what was keyed in, field by field; nothing if all can be taken.</summary>
    public static IEnumerable<Wording> Flaws(PageRow page, EntryStanding standing, SheetEntry entry, IReadOnlyList<FormTemplate> forms)
    {
        if (entry.Jawaban is { } answers && answers.Count != standing.Items)
            yield return new($"jawaban harus {standing.Items}, satu untuk setiap butir; dikirim {answers.Count}.", $"there must be {standing.Items} answers (jawaban), one for each item; {answers.Count} were sent.");
        var reason = (entry.Alasan ?? "").Trim();
        if (standing.Free.Length > 0 && reason.Length == 0)
            yield return new("alasan wajib diisi: mengapa lembar ini dientri.", "say why this sheet is keyed in (alasan).");
        foreach (var field in standing.Free.Concat(standing.Others.Keys.OrderBy(f => f.Butir)))
        {
            // Why each is keyed in is asked once, above.
            if (entry.Of(page.Id, field, "entri") is not { } proposal)
                yield return new($"{field.Name.Indonesian} belum diisi.", $"{field.Name.English} is missing.");
            else if (CorrectionRules.Judge(page, null, forms, proposal) is { } wrong)
                yield return new($"{field.Name.Indonesian}: {wrong.Indonesian}", $"{field.Name.English}: {wrong.English}");
        }

        foreach (var (field, row) in standing.Mine)
        {
            if (entry.Of(page.Id, field, "") is { } again && again.Baru != row.New)
                yield return new($"{field.Name.Indonesian}: entri Anda sendiri masih menunggu orang kedua.", $"{field.Name.English}: your own entry still waits for the second person.");
        }
    }
}
