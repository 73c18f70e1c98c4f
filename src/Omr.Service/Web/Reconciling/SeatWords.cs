using Omr.Service.Scoring;

namespace Omr.Service.Web.Reconciling;

/// <summary>What the states of a participant are called, and the class of their tags.</summary>
internal static class SeatWords
{
    public static Wording Of(ScoreStatus status) => status switch
    {
        ScoreStatus.DN => new("dinilai", "scored"),
        ScoreStatus.TH => new("tidak hadir", "absent"),
        ScoreStatus.BT => new("batal", "cancelled"),
        ScoreStatus.DT => new("ditahan", "held"),
        ScoreStatus.LK => new("LJK kosong", "blank sheet"),
        ScoreStatus.LH => new("LJK hilang", "sheet lost"),
        ScoreStatus.TB => new("tak terbaca", "unreadable"),
        ScoreStatus.RV => new("menunggu verifikasi", "waits for verification"),
        ScoreStatus.MK => new("menunggu kunci", "waits for the key"),
        ScoreStatus.MH => new("menunggu daftar hadir", "waits for attendance"),
        _ => new("menunggu amplop", "waits for the envelope"),
    };

    public static string Class(ScoreStatus status) => status switch
    {
        ScoreStatus.DN => "good",
        ScoreStatus.TH or ScoreStatus.BT => "",
        ScoreStatus.MK or ScoreStatus.MH or ScoreStatus.MA or ScoreStatus.RV => "wait",
        _ => "bad",
    };
}
