namespace Omr.Service.Reconciliation.Counts;

/// <summary>Two counts that must agree (DOMAIN.md section 3), and whether they do.</summary>
/// <param name="Code">E1 to E12.</param>
/// <param name="Level">Of what they are counts.</param>
/// <param name="Left">The one count.</param>
/// <param name="Right">The other.</param>
/// <param name="State">Whether they agree.</param>
/// <param name="What">What is off by how many, where, and what to do.</param>
/// <param name="IsInfo">Whether it only tells something and asks nothing of anybody.</param>
internal sealed record Equality(
    string Code, Level Level, EqualitySide Left, EqualitySide Right, EqualityState State, Wording What, bool IsInfo)
{
    /// <summary>The part of <see cref="What"/> that its sides don't tell: where it is off, and what to do.</summary>
    public Wording Todo { get; init; } = Wording.None;
}
