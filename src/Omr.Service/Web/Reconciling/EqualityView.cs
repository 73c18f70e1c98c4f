using Omr.Service.Reconciliation.Counts;

namespace Omr.Service.Web.Reconciling;

/// <summary>An equality as a page shows it.</summary>
/// <param name="Code">E1 to E12.</param>
/// <param name="LeftName">What stands left.</param>
/// <param name="Left">Its count; null while unknown.</param>
/// <param name="RightName">What stands right.</param>
/// <param name="Right">Its count.</param>
/// <param name="State">Whether they agree.</param>
/// <param name="Todo">In which rooms it is off, and what to do; nothing where it holds.</param>
public sealed record EqualityView(string Code, Wording LeftName, int? Left, Wording RightName, int? Right, EqualityState State, Wording Todo)
{
    internal static EqualityView Of(Equality e) => new(e.Code, e.Left.Name, e.Left.Count, e.Right.Name, e.Right.Count, e.State, e.Todo);
}
