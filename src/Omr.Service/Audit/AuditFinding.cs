namespace Omr.Service.Audit;

/// <summary>Something that is wrong with a log or with a head of it.</summary>
/// <param name="Entry">The entry where it is, or from which on; null where it is no entry's.</param>
/// <param name="What">What is wrong.</param>
internal sealed record AuditFinding(long? Entry, Wording What);
