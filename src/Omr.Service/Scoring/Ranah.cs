namespace Omr.Service.Scoring;

/// <summary>The competence that an item tests (ranah).</summary>
public enum Ranah
{
    /// <summary><c>P</c>: pedagogik.</summary>
    Pedagogy,

    /// <summary><c>F</c>: profesional.</summary>
    Professional,
}
