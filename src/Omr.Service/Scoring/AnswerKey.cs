using System.Collections.Immutable;

namespace Omr.Service.Scoring;

/// <summary>The keys of all subjects and packages.</summary>
/// <param name="Packages">The packages' keys, each subject and package once.</param>
public sealed record AnswerKey(ImmutableArray<PackageKey> Packages)
{
    /// <summary>The packages of a subject, ascending; empty if the subject has no key.</summary>
    public ImmutableArray<PackageKey> Of(string subject) =>
        [.. Packages.Where(p => p.Subject == subject).OrderBy(p => p.Package, StringComparer.Ordinal)];
}
