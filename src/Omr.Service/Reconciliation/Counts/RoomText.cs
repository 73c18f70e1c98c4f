using System.Globalization;
using Omr.Service.Rosters;

namespace Omr.Service.Reconciliation.Counts;

/// <summary>What the findings about a room as a whole say.</summary>
internal static class RoomText
{
    public static Wording NotArrived(int registered) => new(
        $"Amplop ruang ini belum dipindai ({registered} peserta terdaftar). Tanyakan ke Korkab bila sudah dikirim.",
        $"Nothing of this room has been scanned yet ({registered} registered). Ask the Korkab if it was sent.");

    public static Wording TooMany(int registered, int most) => new(
        $"Ruang berisi {registered} peserta, paling banyak {most} menurut juknis.",
        $"The room holds {registered} participants, {most} at most by the rules.");

    public static Wording OutOfOrder(Sheet first) => new(
        $"Bundel tidak urut nomor, mulai {first.Id.Shown.Indonesian}. Diurutkan sendiri, tidak memengaruhi nilai.",
        $"The batch isn't in order of numbers, from {first.Id.Shown.English} on. It is sorted by itself, scores don't change.");

    public static Wording SpareUsed(Sheet sheet) => new(
        $"Memakai LJK cadangan {sheet.Number.Spare}; LJK utama peserta ini harus ada di amplop, bertanda RUSAK.",
        $"Spare {sheet.Number.Spare} was used; the participant's own sheet must lie in the envelope, marked RUSAK (damaged).");

    public static Wording OtherBirth(Participant person, Sheet sheet)
    {
        var listed = person.BirthDate.ToString("ddMMyy", CultureInfo.InvariantCulture);
        return new(
            $"Tanggal lahir pada LJK {sheet.Birth.Shown}, pada daftar peserta {listed}.",
            $"Date of birth {sheet.Birth.Shown} on the sheet, {listed} in the roster.");
    }

    public static Wording OtherName(Participant person, Sheet sheet)
    {
        var written = sheet.Name.Shown.Trim('_').Replace('_', ' ');
        return new(
            $"Nama pada LJK {written}, pada daftar peserta {person.Name}.",
            $"Name {written} on the sheet, {person.Name} in the roster.");
    }

    public static Wording NotHeld { get; } = new(
        "Nilai tidak tertahan; perbaiki daftar peserta hanya lewat verifikasi data.",
        "The score isn't held; the roster is only corrected by verification.");

    public static Wording Contradiction(EqualityRule rule, RoomCounts counts)
    {
        var (left, right) = (rule.LeftOf(counts), rule.RightOf(counts));
        return new Wording(
            $"{rule.Code} tidak cocok: {rule.Left.Indonesian} {left}, {rule.Right.Indonesian} {right}.",
            $"{rule.Code} doesn't hold: {rule.Left.English} {left}, {rule.Right.English} {right}.") + rule.Todo;
    }

    /// <summary>The counts that don't agree, for <see cref="Finding.Facts"/>.</summary>
    public static string Facts(EqualityRule rule, RoomCounts counts) =>
        FormattableString.Invariant($"{rule.Code}:{rule.Left.Indonesian}={rule.LeftOf(counts)};{rule.Right.Indonesian}={rule.RightOf(counts)}");
}
