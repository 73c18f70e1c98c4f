namespace Omr.Service.Scoring;

/// <summary>What became of a registered participant (DOMAIN.md section 4), by the code that stands in nilai.csv.</summary>
public enum ScoreStatus
{
    /// <summary>Dinilai: scored.</summary>
    DN,

    /// <summary>Tidak hadir: absent, no score.</summary>
    TH,

    /// <summary>Batal: cancelled by the minutes, no score.</summary>
    BT,

    /// <summary>Ditahan: a sheet is there, but held until somebody decides; no score shown.</summary>
    DT,

    /// <summary>LJK kosong: the sheet bears nothing but the number; scored 0 and flagged.</summary>
    LK,

    /// <summary>LJK hilang: present, but no sheet bears the number; no score, never 0.</summary>
    LH,

    /// <summary>Tak terbaca: the sheet is known, but too little of it can be read; no score.</summary>
    TB,

    /// <summary>Menunggu verifikasi: some answer is doubtful; no score yet.</summary>
    RV,

    /// <summary>Menunggu kunci: the sheet is read and counted, its subject's key isn't sealed yet; no score yet.</summary>
    MK,

    /// <summary>Menunggu daftar hadir: the attendance list doesn't say yet whether the participant came; no score yet.</summary>
    MH,

    /// <summary>Menunggu amplop: present, but nothing of the room has been scanned yet; no score yet.</summary>
    MA,
}
