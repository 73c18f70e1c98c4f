using Omr.Service.Reconciliation.Closing;
using Omr.Service.Rosters;
using Omr.Service.Web.Layout;

namespace Omr.Service.Web.Reconciling;

/// <summary>How a room stands.</summary>
/// <param name="Room">Which.</param>
/// <param name="Crumbs">The way down to it.</param>
/// <param name="Standing">At a glance.</param>
/// <param name="Figures">Its counts, by name.</param>
/// <param name="Equalities">Its equalities.</param>
/// <param name="Seats">Its participants.</param>
/// <param name="Findings">Its findings.</param>
/// <param name="Seal">Number of its seal; empty without.</param>
/// <param name="Explanation">What its supervisor says of a difference.</param>
public sealed record RoomModel(
    RoomId Room,
    IReadOnlyList<Crumb> Crumbs,
    RoomStanding Standing,
    IReadOnlyList<(Wording Name, int? Count)> Figures,
    IReadOnlyList<EqualityView> Equalities,
    IReadOnlyList<SeatView> Seats,
    IReadOnlyList<FindingView> Findings,
    string Seal,
    string Explanation);
