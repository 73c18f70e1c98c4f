using System.Collections.Immutable;
using Omr.Service.Rosters;

namespace Omr.Service.Reconciliation.Counts;

/// <summary>
/// How many sheets of a package there are and how many were planned (E12): by the seat plan where the roster has one,
/// else every package of the subject alike, as when they are handed out by turns.
/// </summary>
/// <param name="Read">Sheets on which it is surely bubbled.</param>
/// <param name="Planned">How many were planned among those with a sheet, rounded.</param>
internal sealed record PackageBalance(int Read, int Planned)
{
    /// <summary>The package of the room that is farthest from its plan; null where no subject has two packages.</summary>
    public static PackageBalance? Farthest(Exam exam, ImmutableArray<Seat> seats) => seats
        .Where(s => s.Sheets.Length == 1)
        .GroupBy(s => s.Participant.Subject, StringComparer.Ordinal)
        .SelectMany(g => Of(exam, g.Key, [.. g]))
        .MaxBy(b => Math.Abs(b.Read - b.Planned));

    private static IEnumerable<PackageBalance> Of(Exam exam, string subject, IReadOnlyList<Seat> seats)
    {
        var read = seats
            .Select(s => s.Sheets[0].Package.Certain is { } code ? Identifier.Package(code) ?? "" : "")
            .CountBy(p => p)
            .ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
        var planned = seats.CountBy(s => s.Participant.Package).ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
        var isPlanned = !planned.ContainsKey("");
        var packages = (isPlanned ? planned.Keys : exam.Key.Of(subject).Select(k => k.Package).Concat(read.Keys))
            .Where(p => p.Length > 0)
            .Distinct()
            .ToList();
        return packages.Count < 2
            ? []
            : packages.Select(p => new PackageBalance(
                read.GetValueOrDefault(p),
                isPlanned ? planned[p] : (int)Math.Round((double)seats.Count / packages.Count, MidpointRounding.AwayFromZero)));
    }
}
