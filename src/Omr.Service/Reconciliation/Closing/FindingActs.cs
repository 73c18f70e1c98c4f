using System.Collections.Immutable;
using Omr.Service.Rosters;

namespace Omr.Service.Reconciliation.Closing;

/// <summary>
/// What people did about findings. A finding is closed by the Ketua, on somebody else's proposal. A closing
/// says that nobody needs to act any more; <b>it changes no fact and no score</b>: of two sheets with one number (D03), a
/// sheet of somebody absent (D09) or one with an open package (D12) both stay held, and a lost sheet (D10) stays without a
/// score, as do all whose envelope is given up (D27). Only a correction that two people confirm, or another list, changes
/// that, and then the finding is gone by itself.
/// A finding about counts that have changed since is another finding (<see cref="Finding.Facts"/>) and open again.
/// </summary>
internal sealed class FindingActs
{
    private readonly ImmutableDictionary<FindingKey, ImmutableArray<FindingAct>> _acts;

    private FindingActs(ImmutableDictionary<FindingKey, ImmutableArray<FindingAct>> acts) => _acts = acts;

    /// <summary>None.</summary>
    public static FindingActs None { get; } = new(ImmutableDictionary<FindingKey, ImmutableArray<FindingAct>>.Empty);

    /// <summary>What was done about that finding, the latest last.</summary>
    public ImmutableArray<FindingAct> Of(FindingKey key) => _acts.GetValueOrDefault(key, []);

    /// <summary>With further acts.</summary>
    public FindingActs With(IEnumerable<FindingAct> acts)
    {
        var all = _acts.ToBuilder();
        foreach (var act in acts)
            all[act.Key] = all.GetValueOrDefault(act.Key, []).Add(act);
        return new(all.ToImmutable());
    }

    /// <summary>Whether it was closed by somebody who might (<see cref="ClosingRule"/>).</summary>
    public bool IsClosed(FindingKey key)
    {
        var acts = Of(key);
        return acts.Index().Any(a => a.Item.Kind == FindingActKind.Close
            && ClosingRule.Judge(acts.Take(a.Index), new HashSet<string>(StringComparer.OrdinalIgnoreCase) { a.Item.By }) is null);
    }

    /// <summary>
    /// The findings with what was done about them, in order, and with those that only a person can see, with paper in
    /// hand, and recorded by an act (<see cref="FindingClass.IsRecorded"/>).
    /// </summary>
    public ImmutableArray<ListedFinding> List(IEnumerable<Finding> findings)
    {
        var told = findings.ToList();
        var keys = told.Select(FindingKey.Of).ToHashSet();
        var recorded = _acts
            .Where(a => FindingClass.Of(a.Key.Code) is { IsRecorded: true } && !keys.Contains(a.Key))
            .Select(a => new Finding(
                a.Key.Code, RoomId.Parse(a.Key.Room), a.Key.Number, null, new(a.Value[0].Text, a.Value[0].Text),
                IsOpen: true, Facts: a.Key.Subject));
        return
        [
            .. told.Concat(recorded)
                .OrderBy(f => f.Room)
                .ThenBy(f => f.Code, StringComparer.Ordinal)
                .ThenBy(f => f.Number, StringComparer.Ordinal)
                .ThenBy(f => f.Subject, StringComparer.Ordinal)
                .Select(List),
        ];
    }

    private ListedFinding List(Finding finding)
    {
        var key = FindingKey.Of(finding);
        var status = !finding.IsOpen ? FindingStatus.Info : IsClosed(key) ? FindingStatus.Closed : FindingStatus.Open;
        return new(finding, status, Of(key));
    }
}
