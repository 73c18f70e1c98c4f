using Omr.Engine;

namespace Omr.Service;

/// <summary>What staff are told about a refused page or a doubtful item; the one place for these words.</summary>
public static class ReasonWording
{
    /// <summary>Why a page was refused, followed by the evidence.</summary>
    public static string Say(this Language language, Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        var reason = language.Say(refusal.Reason);
        return refusal.Evidence.Length == 0 ? reason : $"{reason} ({refusal.Evidence})";
    }

    /// <summary>That pages were scanned in black and white only, what that may hide, and what to do.</summary>
    /// <param name="language">The language.</param>
    /// <param name="pages">How many such pages.</param>
    /// <param name="read">Of how many that were read.</param>
    public static string BlackAndWhiteScans(this Language language, int pages, int read)
    {
        ArgumentNullException.ThrowIfNull(language);
        return language.Pick(
            $"perhatian: {pages} dari {read} halaman dipindai hitam-putih, arsiran tipis bisa hilang; pindai abu-abu",
            $"note: {pages} of {read} pages are black-and-white scans, faint marks may be missing; scan in grey");
    }

    /// <summary>Why a page was refused.</summary>
    public static string Say(this Language language, RefusalReason reason)
    {
        ArgumentNullException.ThrowIfNull(language);
        return reason switch
        {
            RefusalReason.Empty => language.Pick("berkas kosong", "empty file"),
            RefusalReason.UnknownFormat => language.Pick("bukan gambar yang dikenal", "no known image format"),
            RefusalReason.Damaged => language.Pick("gambar rusak atau terpotong", "picture damaged or cut short"),
            RefusalReason.TooLarge => language.Pick("gambar terlalu besar", "picture too large"),
            RefusalReason.TooSmall => language.Pick("gambar terlalu kecil", "picture too small"),
            RefusalReason.NoContrast => language.Pick("halaman polos", "page of one tone"),
            RefusalReason.MarksNotFound =>
                language.Pick("tanda registrasi tidak ditemukan", "registration marks not found"),
            RefusalReason.OtherForm => language.Pick("formulir lain", "another form"),
            RefusalReason.NotRegistered =>
                language.Pick("letak bulatan tidak dapat dipastikan", "places of the bubbles are uncertain"),
            RefusalReason.ThinScan => language.Pick(
                "pindaian hitam-putih terlalu tipis, pindai ulang abu-abu", "black-and-white scan too thin, scan again in grey"),
            RefusalReason.Unreadable => language.Pick("berkas tidak dapat dibuka", "file can't be opened"),
            RefusalReason.Failed => language.Pick("program gagal membacanya", "the program failed on it"),
            RefusalReason.DecoderCrashed =>
                language.Pick("gambar membuat pembacanya mogok", "the picture crashed its decoder"),
            RefusalReason.DecoderHung =>
                language.Pick("gambar membuat pembacanya macet", "the picture held up its decoder"),
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
        };
    }

    /// <summary>Why an item is doubtful; empty if it isn't.</summary>
    public static string Say(this Language language, DoubtReason reason)
    {
        ArgumentNullException.ThrowIfNull(language);
        return reason switch
        {
            DoubtReason.None => "",
            DoubtReason.Faint => language.Pick("arsiran tipis", "faint mark"),
            DoubtReason.Partial => language.Pick("hanya terarsir sebagian", "partly filled"),
            DoubtReason.SecondMark =>
                language.Pick("mungkin ada tanda kedua atau bekas hapusan", "perhaps a second mark or an erasure"),
            DoubtReason.Streak => language.Pick("garis dari pemindai", "scanner streak"),
            DoubtReason.Stain => language.Pick("kotor atau tertimpa tinta lain", "stained or overprinted"),
            DoubtReason.Outside => language.Pick("coretan di luar bulatan", "pencil outside the bubbles"),
            DoubtReason.Hidden =>
                language.Pick("bulatan tertutup, robek, atau terlipat", "bubble covered, torn off or folded away"),
            DoubtReason.Conflict => language.Pick("barcode dan bulatan berbeda", "barcode and bubbles differ"),
            DoubtReason.Incomplete => language.Pick("nomor tidak lengkap", "number incomplete"),
            DoubtReason.Unconfirmed =>
                language.Pick("barcode rusak, nomor tidak dapat dicocokkan", "barcode damaged, number not confirmed"),
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
        };
    }
}
