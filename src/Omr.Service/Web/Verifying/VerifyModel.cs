namespace Omr.Service.Web.Verifying;

/// <summary>What waits for a person.</summary>
/// <param name="Cards">The next cards.</param>
/// <param name="Open">How many things are open, as far as they were counted.</param>
/// <param name="IsMore">Whether there are more than were counted.</param>
/// <param name="Proposed">How many proposals of others wait for a second reader.</param>
/// <param name="OnlyNumbers">Whether only participant numbers are shown.</param>
public sealed record VerifyModel(IReadOnlyList<CardModel> Cards, int Open, bool IsMore, int Proposed, bool OnlyNumbers);
