namespace Omr.Benchmarks.Campaign;

/// <summary>A silent error, a refusal or a mark lost in the scan; seed and index make the sheet again.</summary>
/// <param name="Index">The sheet.</param>
/// <param name="What"><c>silent</c>, <c>lost</c> or <c>refused</c>.</param>
/// <param name="Form">Its form and group.</param>
/// <param name="Place">Field and item; empty for the whole sheet.</param>
/// <param name="Kind">How it was written.</param>
/// <param name="Truth">What is on the paper.</param>
/// <param name="Read">What was read, or the refusal's reason and evidence.</param>
/// <param name="Ink">Square millimetres of black of the mark that the scan holds; -1 where it wasn't measured.</param>
internal sealed record SheetFinding(
    int Index, string What, string Form, string Place, string Kind, string Truth, string Read, double Ink);
