using System.Collections.Immutable;
using Omr.Service.Rosters;

namespace Omr.Service.Reconciliation;

/// <summary>
/// Scores a pile and balances it with roster and attendance list (DOMAIN.md sections 3 and 4): the pile is sorted into
/// batches, each of them is judged, and everything is counted. Pure: the same input gives the same report.
/// <para>
/// A folder that is named after a room is that room's batch; everything else is one batch of all the rooms without a
/// folder.
/// </para>
/// </summary>
public static class Reconciler
{
    /// <summary>Scores and reconciles these pages.</summary>
    /// <exception cref="InvalidOperationException">The counts don't balance: a fault of the program.</exception>
    public static RunReport Reconcile(Exam exam, IReadOnlyList<ScannedPage> pages)
    {
        var pile = new ProvincePile(exam, placesByNumber: false);
        for (var i = 0; i < pages.Count; i++)
            pile.Put(new(i, 0), pages[i]);
        pile.Settle();
        var judgements = Envelopes(pile, exam.Roster).Select(e => EnvelopeJudge.Judge(exam, e)).ToList();
        var results = judgements.SelectMany(j => j.Results).ToDictionary(r => r.Participant.Number, StringComparer.Ordinal);
        var balance = judgements.Aggregate(Balance.None, (sum, j) => sum.Add(j.Balance));
        return balance.Holds
            ? new(
                [.. exam.Roster.Participants.Select(p => results[p.Number])],
                [.. InOrder(judgements.SelectMany(j => j.Findings))],
                balance)
            : throw new InvalidOperationException($"the counts don't balance: {balance}");
    }

    /// <summary>The findings by room, code, number and page.</summary>
    internal static IEnumerable<Finding> InOrder(IEnumerable<Finding> findings) => findings
        .OrderBy(f => f.Room)
        .ThenBy(f => f.Code, StringComparer.Ordinal)
        .ThenBy(f => f.Number, StringComparer.Ordinal)
        .ThenBy(f => f.Page?.File, StringComparer.Ordinal)
        .ThenBy(f => f.Page?.Page);

    private static IEnumerable<Envelope> Envelopes(ProvincePile pile, Roster roster)
    {
        var folders = pile.Batches.ToHashSet();
        foreach (var folder in folders.Where(f => f != ProvincePile.Flat))
            yield return pile.Envelope(folder, [folder], isAwaited: false);
        ImmutableArray<RoomId> rest = [.. roster.Rooms.Where(r => !folders.Contains(r))];
        // No page lay flat: then each room without a folder is an envelope that isn't there.
        foreach (var rooms in folders.Contains(ProvincePile.Flat) ? [rest] : rest.Select(r => ImmutableArray.Create(r)))
            yield return pile.Envelope(ProvincePile.Flat, rooms, isAwaited: false);
    }
}
