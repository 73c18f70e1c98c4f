namespace Omr.Engine.Classify;

/// <summary>What the bubbles of one item say together.</summary>
/// <param name="Status">Ok, blank, multiple or doubtful.</param>
/// <param name="Doubt">Why doubtful.</param>
/// <param name="Floor">Bubbles with at least this much ink are (or, when doubtful, may be) marked.</param>
internal readonly record struct ItemVerdict(ReadStatus Status, DoubtReason Doubt, float Floor);
