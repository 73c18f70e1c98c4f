using System.Collections.Immutable;

namespace Omr.Service.Scoring;

/// <summary>The keys of all subjects and packages.</summary>
/// <param name="Packages">The packages' keys, each subject and package once.</param>
public sealed record AnswerKey(ImmutableArray<PackageKey> Packages)
{
    // Asked several times a sheet.
    private readonly Dictionary<string, ImmutableArray<PackageKey>> _bySubject = Packages
        .GroupBy(p => p.Subject, StringComparer.Ordinal)
        .ToDictionary(
            g => g.Key, g => g.OrderBy(p => p.Package, StringComparer.Ordinal).ToImmutableArray(), StringComparer.Ordinal);

    /// <summary>The packages of a subject, ascending; empty if the subject has no key.</summary>
    public ImmutableArray<PackageKey> Of(string subject) => _bySubject.GetValueOrDefault(subject, []);
}
