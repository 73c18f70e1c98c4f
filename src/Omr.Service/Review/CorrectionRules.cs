using Omr.Engine;
using Omr.Engine.Template;
using Omr.Service.Storage;

namespace Omr.Service.Review;

/// <summary>
/// What a person may say that a page says (DOMAIN.md section 4). An answer can only become what the reader saw: no mark is
/// ever added to the paper. Only where nothing could be read, a refused page or an unseen item, two people key it in.
/// Number, subject and package say whose paper it is and may be put right with evidence, so they need a reason. A number
/// that barcode and bubbles both say, or the barcode alone, is beyond a slip of the pencil: to move such a sheet to
/// somebody else takes a reason of a known kind, and the Ketua to accept it.
/// </summary>
internal static class CorrectionRules
{
    // Why a sheet whose number is certain may be another's: the handwritten number says so, or two people took each
    // other's sheets.
    private static readonly string[] MovingReasons = ["TULIS", "TUKAR"];

    /// <summary>Why that correction is no correction; null if it may be proposed.</summary>
    /// <param name="page">The page.</param>
    /// <param name="reading">What was read; null if it was refused.</param>
    /// <param name="forms">The forms in use.</param>
    /// <param name="proposal">The correction, its value in normal form.</param>
    public static Wording? Judge(PageRow page, SheetReading? reading, IReadOnlyList<FormTemplate> forms, Proposal proposal)
    {
        var form = FormOf(page, forms);
        return proposal.Isian switch
        {
            CorrectionField.Answers => Answer(reading, form, proposal),
            CorrectionField.Subject or CorrectionField.Package => Code(form, proposal),
            CorrectionField.Identity => Number(form, proposal) ?? (NeedsChair(reading, proposal.Isian) ? Moving(proposal) : null),
            CorrectionField.Page => Page(proposal),
            _ => new(
                "isian hanya jawaban, paket, kd_mapel, identity, atau page.",
                "isian can only be jawaban, paket, kd_mapel, identity or page."),
        };
    }

    /// <summary>The form of a page; the first one where that isn't known.</summary>
    public static FormTemplate FormOf(PageRow page, IReadOnlyList<FormTemplate> forms) =>
        forms.FirstOrDefault(f => $"{f.Id}/{f.Version}" == page.Form) ?? forms[0];

    /// <summary>Whether the machine is sure of what a correction changes, so that a second person looks twice.</summary>
    public static bool ChangesCertain(SheetReading? reading, string field, int item) =>
        reading is not null
        && (field switch
        {
            CorrectionField.Answers => Find(reading, item) is { Status: ReadStatus.Ok or ReadStatus.Multiple },
            CorrectionField.Identity => reading.Identity.Status == ReadStatus.Ok,
            CorrectionField.Page => true,
            _ => reading.Items.Where(i => i.Field == field).All(i => i.Status == ReadStatus.Ok),
        });

    /// <summary>Whether only the Ketua may accept it: it moves a sheet whose printed number was read with certainty.</summary>
    public static bool NeedsChair(SheetReading? reading, string field) =>
        field == CorrectionField.Identity
        && reading?.Identity is { Status: ReadStatus.Ok } identity && identity.Barcode == identity.Value;

    private static Wording? Answer(SheetReading? reading, FormTemplate form, Proposal proposal)
    {
        if (form.Field(CorrectionField.Answers) is not { } field || proposal.Butir < 1 || proposal.Butir > field.Items)
            return new("butir itu tidak ada di formulir.", "the form has no such item.");
        var options = Options(proposal.Baru);
        if (options.FirstOrDefault(o => !field.Values.Contains(o)) is { } unknown)
            return new($"{unknown} bukan pilihan di formulir ini.", $"{unknown} is no option of this form.");
        if (reading is null)
            return NeedsReason(proposal);
        if (Find(reading, proposal.Butir) is not { } read)
            return new("butir itu tidak ada pada lembar ini.", "this sheet has no such item.");
        if (read is { Status: ReadStatus.Doubtful, Value: "" })
            return NeedsReason(proposal);
        if (read.Status == ReadStatus.Blank)
        {
            return new(
                "butir itu kosong di kertas; jawaban tidak boleh ditambahkan.",
                "that item is blank on the paper; an answer may not be added.");
        }

        if (options.FirstOrDefault(o => !Options(read.Value).Contains(o)) is { } unseen)
        {
            return new(
                $"{unseen} tidak terlihat di kertas; yang mungkin hanya {read.Value}, kosong, atau ganda.",
                $"{unseen} isn't on the paper; only {read.Value}, blank or several of them may be.");
        }

        return read.Status == ReadStatus.Doubtful ? null : NeedsReason(proposal);
    }

    private static Wording? Code(FormTemplate form, Proposal proposal)
    {
        if (form.Field(proposal.Isian) is not { } field || proposal.Butir != 0)
            return new("isian itu dikoreksi seluruhnya: butir 0.", "that field is corrected as a whole: butir 0.");
        return proposal.Baru.Length != field.Items || !proposal.Baru.All(c => field.Values.Contains(c.ToString()))
            ? new($"{proposal.Isian} harus {field.Items} angka.", $"{proposal.Isian} must have {field.Items} digits.")
            : NeedsReason(proposal);
    }

    private static Wording? Number(FormTemplate form, Proposal proposal)
    {
        if (proposal.Butir != 0)
            return new("nomor dikoreksi seluruhnya: butir 0.", "the number is corrected as a whole: butir 0.");
        var digits = form.Field("nomor_peserta")?.Items ?? 0;
        return proposal.Baru.Length == 0 || !proposal.Baru.All(char.IsAsciiDigit) || (digits > 0 && proposal.Baru.Length != digits)
            ? new($"nomor peserta harus {digits} angka.", $"the participant number must have {digits} digits.")
            : NeedsReason(proposal);
    }

    private static Wording? Moving(Proposal proposal) =>
        proposal.Alasan.Split(':', 2, StringSplitOptions.TrimEntries) is [var code, { Length: > 0 }] && MovingReasons.Contains(code)
            ? null
            : new(
                "nomor lembar ini pasti; alasan memindahkannya harus \"TULIS: ...\" (nomor tulisan tangan lain) atau \"TUKAR: ...\" "
                    + "(lembar tertukar), dengan buktinya, dan Ketua yang menyetujui.",
                "this sheet's number is certain; the reason to move it must be \"TULIS: ...\" (the handwritten number is another) or "
                    + "\"TUKAR: ...\" (sheets were swapped), with the evidence, and the Ketua accepts it.");

    private static Wording? Page(Proposal proposal) =>
        proposal is { Butir: 0, Baru: PageFate.Ignored or PageFate.ScannedAgain or PageFate.Unused }
            ? NeedsReason(proposal)
            : new(
                "halaman hanya dapat dinyatakan abaikan, pindai-ulang, atau tidak-terpakai, butir 0.",
                "a page can only be called abaikan (leave out), pindai-ulang (scan again) or tidak-terpakai (unused form), butir 0.");

    private static Wording? NeedsReason(Proposal proposal) =>
        proposal.Alasan.Length > 0 ? null : new("alasan wajib diisi untuk koreksi ini.", "this correction needs a reason (alasan).");

    private static ItemReading? Find(SheetReading reading, int item) =>
        reading.Items.Where(i => i.Field == CorrectionField.Answers && i.Item == item).Select(i => (ItemReading?)i).FirstOrDefault();

    private static string[] Options(string value) => value.Split('|', StringSplitOptions.RemoveEmptyEntries);
}
