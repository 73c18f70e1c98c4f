using System.Collections.Immutable;
using System.Globalization;
using Omr.Service.Rosters;
using Omr.Service.Scoring;

namespace Omr.Service.Reconciliation;

/// <summary>
/// What the findings about a participant and a sheet say: what was seen, on which sheets, what to do. Written for a
/// room's supervisor and the verifiers, in the words of DOMAIN.md section 9.
/// </summary>
internal static class FindingText
{
    // More than a terminal line's worth of numbers tells nobody anything.
    private const int MostListed = 10;

    public static Wording BlankSheet { get; } = new(
        "LJK kosong: hanya ada nomor, tidak ada satu pun jawaban. Diberi nilai 0; pastikan pada daftar hadir dan "
            + "berita acara bahwa peserta memang tidak menjawab.",
        "Blank sheet: it bears the number and not one answer. Scored 0; make sure from the attendance list and the "
            + "minutes that the participant answered nothing.");

    public static Wording Cancelled { get; } = new(
        "Dibatalkan menurut berita acara (bukan peserta asli atau mengundurkan diri). Tidak dinilai; citra disimpan.",
        "Cancelled by the minutes (not the registered person, or withdrawn). Not scored; the image is kept.");

    public static Wording SameNumber(ImmutableArray<Sheet> sheets)
    {
        var list = List(sheets);
        return new(
            $"Nomor peserta dobel: nomor ini ada pada {sheets.Length} lembar: {list.Indonesian}. Semua ditahan; "
                + "bandingkan nama, tanggal lahir dan tanda tangan, lalu putuskan dengan persetujuan dua orang.",
            $"Duplicate number: {sheets.Length} sheets bear it: {list.English}. All are held; compare name, date of "
                + "birth and signature, then decide with two people's approval.");
    }

    public static Wording AbsentWithSheet(ImmutableArray<Sheet> sheets)
    {
        var list = List(sheets);
        return new(
            $"Tercatat tidak hadir (TH), tetapi ada LJK dengan nomor ini: {list.Indonesian}. Ditahan; periksa "
                + "apakah nomor salah dihitamkan atau daftar hadir keliru.",
            $"Marked absent (TH), but a sheet bears this number: {list.English}. Held; check whether the number was "
                + "bubbled wrongly or the attendance list is wrong.");
    }

    public static Wording NoSheet(Participant participant, Wording hint) => new Wording(
        $"{participant.Name} hadir, tetapi tidak ada LJK dengan nomor ini. Nilai dikosongkan (bukan 0).",
        $"{participant.Name} was present, but no sheet bears this number. The score stays blank (not 0).") + hint;

    public static Wording OtherSubject(Participant participant, string other) => new(
        $"Mapel pada LJK {other}, pada daftar peserta {participant.Subject}. Ditahan; tanyakan ke pengawas naskah "
            + "mapel mana yang dikerjakan.",
        $"Subject {other} on the sheet, {participant.Subject} in the roster. Held; ask the supervisor which "
            + "subject's booklet was used.");

    public static Wording RosterSubject(Participant participant, CodeReading read)
    {
        var code = Code(read);
        return new(
            $"Mapel pada LJK {code.Indonesian}; dipakai mapel daftar peserta {participant.Subject}.",
            $"Subject on the sheet {code.English}; the roster's {participant.Subject} was used.");
    }

    public static Wording PackageAgainstPlan(PackageKey planned, PackageKey bubbled) => new(
        $"Paket pada LJK {bubbled.Package}, pada daftar peserta {planned.Package}. Ditahan; pastikan dari denah "
            + "tempat duduk paket mana yang dikerjakan.",
        $"Package {bubbled.Package} on the sheet, {planned.Package} in the roster. Held; find out from the seat "
            + "plan which one was used.");

    public static Wording PackageOpen(CodeReading read)
    {
        var code = Code(read);
        return new(
            $"Paket pada LJK {code.Indonesian}. Ditahan; pastikan dari denah tempat duduk paket mana yang dikerjakan.",
            $"Package on the sheet {code.English}. Held; find out from the seat plan which one was used.");
    }

    public static Wording PackageTaken(CodeReading read, PackageKey key, bool isPlanned)
    {
        var code = Code(read);
        return new(
            $"Paket pada LJK {code.Indonesian}; dipakai paket {key.Package} "
                + (isPlanned ? "dari daftar peserta." : "karena hanya itu paket mapel ini."),
            $"Package on the sheet {code.English}; package {key.Package} was used, "
                + (isPlanned ? "the roster's." : "the only one of the subject."));
    }

    public static Wording Evidence(IEnumerable<(PackageKey Key, ScoreRange Range)> scores)
    {
        var rows = scores.ToList();
        var indonesian = rows.Select(s => $"mapel {s.Key.Subject} paket {s.Key.Package} = {s.Range}");
        var english = rows.Select(s => $"subject {s.Key.Subject} package {s.Key.Package} = {s.Range}");
        return new(
            $"Sebagai bukti saja: nilai {string.Join(", ", indonesian)}.",
            $"As evidence only: score {string.Join(", ", english)}.");
    }

    public static Wording Doubtful(ImmutableArray<int> items) => new(
        $"Menunggu verifikasi: {items.Length} jawaban ragu (butir {Numbers(items)}); lihat citra dan tetapkan.",
        $"Waits for verification: doubtful answers: {items.Length} (items {Numbers(items)}); look at the image and decide.");

    public static Wording Within(ScoreRange range) => range.Lowest == range.Highest
        ? new($"Nilai {Two(range.Lowest)} apa pun keputusannya.", $"The score is {Two(range.Lowest)} whatever is decided.")
        : new(
            $"Nilai terendah {Two(range.Lowest)}, tertinggi {Two(range.Highest)}.",
            $"Lowest score {Two(range.Lowest)}, highest {Two(range.Highest)}.");

    public static Wording Unreadable(int doubtful) => new(
        $"Tak terbaca: {doubtful} jawaban ragu. Pindai ulang (flatbed 300 dpi); bila tetap, entri manual oleh dua "
            + "operator.",
        $"Unreadable: {doubtful} doubtful answers. Scan again (flatbed, 300 dpi); if that fails, two operators key "
            + "it in.");

    public static Wording BeyondLastItem(IReadOnlyCollection<int> marked, int items) => new(
        $"Ada tanda di luar jumlah butir ({items}): butir {Numbers(marked)}. Tidak dihitung.",
        $"Marks beyond the last item ({items}): items {Numbers(marked)}. They don't count.");

    public static Wording WrongRoom(Participant participant, RoomId found) => new(
        $"LJK ada di bundel ruang {found}, sedangkan {participant.Name} terdaftar di ruang {participant.Room}. "
            + "Periksa kedua daftar hadir; bila memang pindah ruang, nilai tetap berlaku.",
        $"The sheet lay in the batch of room {found}, but {participant.Name} is registered in room "
            + $"{participant.Room}. Check both attendance lists; if the participant really sat there, the score "
            + "stands.");

    /// <summary>The items' numbers, the first ten of them.</summary>
    public static string Numbers(IReadOnlyCollection<int> items) =>
        string.Join(", ", items.Take(MostListed).Select(n => n.ToString(CultureInfo.InvariantCulture)))
        + (items.Count > MostListed ? ", ..." : "");

    /// <summary>The sheets by page, spares with their serial.</summary>
    public static Wording List(IEnumerable<Sheet> sheets)
    {
        var all = sheets.ToList();
        return new(
            string.Join("; ", all.Take(MostListed).Select(s => s.Id.Shown.Indonesian + Spare(s, "LJK cadangan")))
                + (all.Count > MostListed ? "; ..." : ""),
            string.Join("; ", all.Take(MostListed).Select(s => s.Id.Shown.English + Spare(s, "spare")))
                + (all.Count > MostListed ? "; ..." : ""));
    }

    private static string Spare(Sheet sheet, string word) =>
        sheet.Number.Spare.Length == 0 ? "" : $" ({word} {sheet.Number.Spare})";

    private static Wording Code(CodeReading read) =>
        !read.OnForm ? new("tidak ada di formulir", "isn't on the form")
        : read.IsBlank ? new("kosong", "is blank")
        : read.Certain is { } certain ? new($"{certain} tidak ada di kunci", $"{certain} isn't in the key")
        : new($"tidak jelas ({read.Shown})", $"isn't clear ({read.Shown})");

    private static string Two(decimal score) => score.ToString("0.00", CultureInfo.InvariantCulture);
}
