using Omr.Engine;
using Omr.Service.Rosters;

namespace Omr.Service.Reconciliation;

/// <summary>What the findings about sheets without an owner, about pages and about counts say.</summary>
internal static class PileText
{
    public static Wording Fewer(int present, int sheets, int refused) => new(
        $"LJK kurang: hadir {present}, lembar {sheets}{(refused > 0 ? $" (termasuk {refused} halaman ditolak)" : "")}, "
            + $"kurang {present - sheets}. Hitung ulang isi amplop dan cari di amplop ruang lain pada lokasi yang sama.",
        $"Sheets missing: {present} present, {sheets} sheets{(refused > 0 ? $" (with {refused} refused pages)" : "")}, "
            + $"{present - sheets} missing. Count the envelope again and search the other envelopes of the location.");

    public static Wording More(int present, int sheets) => new(
        $"LJK lebih: hadir {present}, lembar {sheets}, lebih {sheets - present}. "
            + "Cari nomor dobel, peserta tidak terdaftar, atau kesalahan daftar hadir.",
        $"Too many sheets: {present} present, {sheets} sheets, {sheets - present} too many. "
            + "Look for duplicate numbers, unlisted people or a wrong attendance list.");

    public static Wording UnknownRoom(RoomId room, int sheets) => new(
        $"Ruang {room} tidak ada di daftar peserta, tetapi {sheets} lembar datang dengan namanya. Bila nama foldernya salah: "
            + "kesampingkan halamannya (usulan page = abaikan, diputus orang lain), lalu pindai ke folder yang benar.",
        $"Room {room} isn't in the roster, but {sheets} sheets came under its name. If the folder was misnamed: put its pages "
            + "aside (proposal page = abaikan, decided by somebody else), then scan into the right folder.");

    public static Wording NoAttendance(int registered, int listed) => listed == 0
        ? new(
            $"Daftar hadir belum dimasukkan: {registered} peserta terdaftar. Masukkan daftar hadir (H/TH); sebelum itu "
                + "jumlah LJK tidak dapat dicocokkan dan tidak ada yang dinilai.",
            $"The attendance list isn't entered yet: {registered} registered. Enter it (H/TH); until then the sheets can't be "
                + "held against it and nobody is scored.")
        : new(
            $"Daftar hadir belum lengkap: {listed} dari {registered} peserta, kurang {registered - listed}. Lengkapi (H/TH).",
            $"The attendance list isn't complete: {listed} of {registered} participants, {registered - listed} missing. "
                + "Complete it (H/TH).");

    public static Wording SetAside { get; } = new(
        "Halaman dikesampingkan dengan keputusan dua orang; tidak dihitung, citra disimpan.",
        "The page was put aside by two people's decision; it doesn't count, its image is kept.");

    private static Wording Outgrown { get; } = new(
        "Berkas ini diambil sebelum selesai ditulis dan kemudian bertambah; yang dihitung halaman dari berkas lengkapnya.",
        "This file was taken before it was whole and went on growing; the page of the whole file counts.");

    private static Wording DecidedAgain { get; } = new(
        "Pindaian ulang menurut keputusan dua orang; tidak dihitung, citra disimpan.",
        "A repeated scan by two people's decision; it doesn't count, its image is kept.");

    public static Wording Unknown(Sheet sheet, IEnumerable<NumberSuggestion> near) => new Wording(
        $"Nomor tidak dikenal: {sheet.Number.Text} tidak ada di daftar peserta{OnSpare(sheet).Indonesian}.",
        $"Unknown number: {sheet.Number.Text} isn't in the roster{OnSpare(sheet).English}.")
        + Suggest(
            near,
            "Hadir tanpa LJK dan nomornya mirip",
            "Present without a sheet, with a similar number") + TwoPeople;

    public static Wording Incomplete(Sheet sheet, IEnumerable<NumberSuggestion> fitting) => new Wording(
        sheet.Number.IsBlank
            ? $"Nomor peserta kosong{OnSpare(sheet).Indonesian}."
            : $"Nomor peserta tidak lengkap: {sheet.Number.Text}{OnSpare(sheet).Indonesian}.",
        sheet.Number.IsBlank
            ? $"The participant number is blank{OnSpare(sheet).English}."
            : $"The participant number is incomplete: {sheet.Number.Text}{OnSpare(sheet).English}.")
        + Suggest(fitting, "Hadir tanpa LJK dan cocok", "Present without a sheet, and fitting") + TwoPeople;

    public static Wording Unclear(Sheet sheet, IEnumerable<NumberSuggestion> fitting)
    {
        var conflict = sheet.Number.Text.Split('|');
        var what = conflict is [var barcode, var bubbled]
            ? new Wording(
                $"Nomor pada barcode {barcode} berbeda dengan bulatan {bubbled}.",
                $"The barcode's number {barcode} differs from the bubbles' {bubbled}.")
            : new Wording(
                $"Nomor peserta ganda atau ragu: {sheet.Number.Text}{OnSpare(sheet).Indonesian}.",
                $"The participant number is double or doubtful: {sheet.Number.Text}{OnSpare(sheet).English}.");
        return what + Suggest(fitting, "Hadir tanpa LJK dan cocok", "Present without a sheet, and fitting") + TwoPeople;
    }

    public static Wording Unlisted { get; } = new(
        "Lembar milik peserta yang tidak terdaftar: semua peserta hadir di ruang ini sudah punya LJK. Tanyakan ke "
            + "pengawas siapa yang mengerjakannya; tidak dinilai.",
        "A sheet of somebody unlisted: everybody present in this room has a sheet. Ask the supervisor who wrote "
            + "it; it isn't scored.");

    public static Wording Unused(Sheet sheet) => new(
        $"Lembar kosong tidak terpakai{OnSpare(sheet).Indonesian}. Tidak dihitung sebagai LJK; simpan bersama sisa "
            + "LJK.",
        $"Unused blank sheet{OnSpare(sheet).English}. It doesn't count; keep it with the spares.");

    public static Wording Turned(int degrees) => degrees == 180
        ? new(
            "Lembar terpindai terbalik; sudah diputar sendiri dan dibaca biasa.",
            "The sheet was scanned upside down; it was turned and read as usual.")
        : new(
            FormattableString.Invariant($"Lembar terpindai miring {degrees} derajat; sudah diputar dan dibaca."),
            FormattableString.Invariant($"The sheet was scanned turned by {degrees} degrees; it was turned and read."));

    public static Wording Again(PageRuling ruling, PageId? kept) => kept is not null
        ? new(
            $"Lembar yang sama terpindai dua kali; yang dihitung {kept.Shown.Indonesian}, pindaian ini tidak.",
            $"The same sheet was scanned twice; {kept.Shown.English} counts, this scan doesn't.")
        : ruling == PageRuling.Outgrown ? Outgrown : DecidedAgain;

    public static Wording SameSerial(IEnumerable<Sheet> sheets)
    {
        var list = FindingText.List(sheets);
        return new(
            $"Nomor seri sama pada lembar yang berbeda: {list.Indonesian}. Bukan pindaian ulang; mungkin fotokopi, "
                + "periksa lembar aslinya.",
            $"The same serial on different sheets: {list.English}. No second scan; perhaps photocopies, check the "
                + "originals.");
    }

    public static Wording Refused(Refusal refusal) => new(
        $"Halaman ditolak: {Language.Indonesian.Say(refusal).ReplaceLineEndings(" ")}. "
            + "Pindai ulang lembar itu; bila tetap ditolak, entri manual oleh dua operator.",
        $"Page refused: {Language.English.Say(refusal).ReplaceLineEndings(" ")}. "
            + "Scan the sheet again; if it is refused again, two operators key it in.");

    private static Wording TwoPeople { get; } = new(
        "Belum dinilai; periksa citra dan daftar hadir, perubahan nomor perlu persetujuan dua orang.",
        "Not scored; check the image and the attendance list, a changed number needs two people's approval.");

    private static Wording Suggest(IEnumerable<NumberSuggestion> suggestions, string indonesian, string english)
    {
        var shown = suggestions.Select(s => s.Shown).ToList();
        return shown.Count == 0
            ? Wording.None
            : new(
                $"{indonesian}: {string.Join("; ", shown.Select(s => s.Indonesian))}.",
                $"{english}: {string.Join("; ", shown.Select(s => s.English))}.");
    }

    private static Wording OnSpare(Sheet sheet) => sheet.Number.Spare.Length == 0
        ? Wording.None
        : new($" (LJK cadangan {sheet.Number.Spare})", $" (spare {sheet.Number.Spare})");
}
