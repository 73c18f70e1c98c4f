namespace Omr.Service.Scoring;

/// <summary>The statuses in words: what each is called, and why somebody has no score.</summary>
public static class StatusWording
{
    /// <summary>What the status is called.</summary>
    public static Wording Name(ScoreStatus status) => status switch
    {
        ScoreStatus.DN => new("dinilai", "scored"),
        ScoreStatus.TH => new("tidak hadir", "absent"),
        ScoreStatus.BT => new("dibatalkan", "cancelled"),
        ScoreStatus.DT => new("ditahan", "held"),
        ScoreStatus.LK => new("LJK kosong", "blank sheet"),
        ScoreStatus.LH => new("LJK hilang", "sheet missing"),
        ScoreStatus.TB => new("tak terbaca", "unreadable"),
        ScoreStatus.RV => new("menunggu verifikasi", "waits for verification"),
        ScoreStatus.MK => new("menunggu kunci", "waits for the key"),
        ScoreStatus.MH => new("menunggu daftar hadir", "waits for the attendance list"),
        _ => new("menunggu amplop", "waits for the envelope"),
    };

    /// <summary>Why it is so, in a sentence.</summary>
    public static Wording Why(ScoreStatus status) => status switch
    {
        ScoreStatus.DN => new("Lembar terbaca dan dinilai.", "The sheet was read and scored."),
        ScoreStatus.TH => new("Peserta tidak hadir menurut daftar hadir, jadi tidak ada nilai.", "The participant was absent by the attendance list, so there is no score."),
        ScoreStatus.BT => new("Keikutsertaan dibatalkan oleh berita acara, jadi tidak ada nilai.", "The participation was cancelled by the minutes, so there is no score."),
        ScoreStatus.DT => new("Ada lembar dengan nomor ini, tetapi ditahan sampai temuannya diputus; nilai belum dapat ditunjukkan.", "There is a sheet with this number, but it is held until its finding is decided; no score can be shown yet."),
        ScoreStatus.LK => new("Lembar hanya memuat nomor, tanpa satu pun jawaban: nilai 0 dengan temuan.", "The sheet bears the number only and no answer: the score is 0, with a finding."),
        ScoreStatus.LH => new("Peserta hadir, tetapi tidak ada lembar dengan nomor ini. Tidak diberi nilai 0; lembarnya harus dicari.", "The participant was present, but no sheet bears this number. That isn't a 0; the sheet must be found."),
        ScoreStatus.TB => new("Lembarnya ada, tetapi terlalu sedikit yang dapat dibaca; pindai ulang atau putuskan bersama.", "The sheet is there, but too little of it can be read; scan it again or decide together."),
        ScoreStatus.RV => new("Ada jawaban yang harus dilihat orang; nilai menyusul sesudah diverifikasi.", "Some answer must be looked at by a person; the score follows after that."),
        ScoreStatus.MK => new("Lembar sudah terbaca; kunci mapelnya belum disegel.", "The sheet is read; its subject's key isn't sealed yet."),
        ScoreStatus.MH => new("Daftar hadir belum mengatakan apakah peserta ini hadir.", "The attendance list doesn't say yet whether this participant came."),
        _ => new("Peserta hadir, tetapi amplop ruangnya belum dipindai.", "The participant was present, but the room's envelope isn't scanned yet."),
    };
}
