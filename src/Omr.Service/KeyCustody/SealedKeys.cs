using Omr.Service.Scoring;

namespace Omr.Service.KeyCustody;

/// <summary>Sealed keys of all subjects.</summary>
/// <param name="Key">The keys.</param>
/// <param name="Versions">Which they are: subject and version, <c>180:1 220:3</c>; empty if none is sealed.</param>
internal sealed record SealedKeys(AnswerKey Key, string Versions);
