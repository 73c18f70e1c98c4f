using System.Collections.Immutable;
using Omr.Service.Rosters;
using Omr.Service.Scoring;

namespace Omr.Service.Reconciliation;

/// <summary>
/// Decides by which key a sheet is scored (D11, D12).
/// <para>
/// Subject: envelopes are packed by the roster's subject, and the juknis doesn't even list the subject among what is
/// filled in (DOMAIN.md X4), so the roster's counts when the bubbles are blank, doubtful or name a subject without a
/// key. Where they surely name another subject that has a key, the participant may have worked on its booklet: held.
/// </para>
/// <para>
/// Package: the bubbles count unless the seat plan (the roster's paket) says otherwise: held. Where the bubbles give
/// no package of the key, the seat plan's counts, then the only one that the subject has; otherwise: held.
/// </para>
/// </summary>
/// <param name="Key">The key to score by; null when the sheet is held.</param>
/// <param name="Open">When held: the keys that it could be, for the scores that are shown as evidence.</param>
/// <param name="Code">D11 or D12 when there is something to tell, else empty.</param>
/// <param name="What">What there is to tell.</param>
internal sealed record PackageChoice(PackageKey? Key, ImmutableArray<PackageKey> Open, string Code, Wording What)
{
    /// <summary>All choices to tell of, the one that decides last.</summary>
    public static IEnumerable<PackageChoice> For(Participant participant, Sheet sheet, AnswerKey key)
    {
        var keys = key.Of(participant.Subject);
        var subject = OfSubject(participant, sheet.Subject, key, keys);
        if (subject is not null)
            yield return subject;
        if (subject is null or { Open.IsEmpty: true })
            yield return OfPackage(participant, sheet.Package, keys);
    }

    private static PackageChoice? OfSubject(
        Participant participant, CodeReading read, AnswerKey key, ImmutableArray<PackageKey> keys)
    {
        if (!read.OnForm || read.Certain == participant.Subject)
            return null;
        if (read.Certain is { } other && key.Of(other) is { IsEmpty: false } others)
            return new(null, [.. keys, .. others], "D11", FindingText.OtherSubject(participant, other));
        return new(null, [], "D11", FindingText.RosterSubject(participant, read));
    }

    private static PackageChoice OfPackage(Participant participant, CodeReading read, ImmutableArray<PackageKey> keys)
    {
        var code = read.Certain is { } certain ? Identifier.Package(certain) : null;
        var bubbled = keys.FirstOrDefault(k => k.Package == code);
        var planned = keys.FirstOrDefault(k => k.Package == participant.Package);
        if (bubbled is not null)
        {
            return planned is null || planned == bubbled
                ? new(bubbled, [], "", Wording.None)
                : new(null, [planned, bubbled], "D12", FindingText.PackageAgainstPlan(planned, bubbled));
        }
        var only = planned ?? (keys.Length == 1 ? keys[0] : null);
        if (only is null)
            return new(null, keys, "D12", FindingText.PackageOpen(read));
        return read.OnForm
            ? new(only, [], "D12", FindingText.PackageTaken(read, only, planned is not null))
            : new(only, [], "", Wording.None);
    }
}
