namespace Omr.Service.Scoring;

/// <summary>What the two competences weigh in N = wP*P + wF*F.</summary>
/// <param name="Pedagogy">wP.</param>
/// <param name="Professional">wF.</param>
public sealed record ScoreWeights(decimal Pedagogy, decimal Professional)
{
    /// <summary>0.30 and 0.70, the national formula (DOMAIN.md section 4).</summary>
    public static ScoreWeights National { get; } = new(0.30m, 0.70m);

    /// <summary>That much for pedagogy, the rest for professional competence.</summary>
    public static ScoreWeights Of(decimal pedagogy) => new(pedagogy, 1 - pedagogy);

    /// <summary>Whether neither is negative and both make 1.</summary>
    public bool IsValid => Pedagogy >= 0 && Professional >= 0 && Pedagogy + Professional == 1;

    /// <summary>The weight of that competence.</summary>
    public decimal Of(Ranah ranah) => ranah == Ranah.Pedagogy ? Pedagogy : Professional;
}
