namespace Omr.Service.Web.Reconciling;

/// <summary>What somebody did about a finding.</summary>
/// <param name="What">What they did.</param>
/// <param name="By">Who.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Text">In their words.</param>
public sealed record FindingActView(Wording What, string By, DateTime At, string Text);
