namespace Omr.Service.Reconciliation.Closing;

/// <summary>What somebody answered, proposed or decided about a finding.</summary>
/// <param name="Key">The finding.</param>
/// <param name="Kind">What was done.</param>
/// <param name="Text">In their words.</param>
/// <param name="By">Who.</param>
/// <param name="At">When, UTC.</param>
internal sealed record FindingAct(FindingKey Key, FindingActKind Kind, string Text, string By, DateTime At);
