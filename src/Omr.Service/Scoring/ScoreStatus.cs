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
}
