namespace Omr.Service.Rosters;

/// <summary>How somebody wants a list to be taken.</summary>
/// <param name="DryRun">Only tell what would change.</param>
/// <param name="Replace">Remove who isn't in it.</param>
/// <param name="Confirm">Digest of the dry run that was looked at; empty if none was.</param>
internal sealed record ImportWish(bool DryRun, bool Replace, string Confirm);
