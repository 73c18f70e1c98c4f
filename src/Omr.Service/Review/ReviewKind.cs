namespace Omr.Service.Review;

/// <summary>Kinds of what waits for a person, the easiest sure gains first.</summary>
public enum ReviewKind
{
    /// <summary>A doubtful answer on a sheet whose number is known.</summary>
    Butir,

    /// <summary>A doubtful subject or package on a sheet whose number is known.</summary>
    Kode,

    /// <summary>A number that is missing or unclear.</summary>
    Identitas,

    /// <summary>A finding about one sheet, which keeps its score back until somebody decides.</summary>
    Temuan,

    /// <summary>A doubtful answer, subject or package on a sheet whose number isn't known yet.</summary>
    ButirTanpaNomor,

    /// <summary>A page that was refused.</summary>
    Ditolak,

    /// <summary>A finding about a room or somebody's missing sheet: what settles it must be looked for.</summary>
    TemuanRuang,
}
