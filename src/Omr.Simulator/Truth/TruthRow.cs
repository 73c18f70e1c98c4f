using Omr.Simulator.Planning;

namespace Omr.Simulator.Truth;

/// <summary>A line of <c>truth.csv</c>.</summary>
/// <param name="File">Name of the scan.</param>
/// <param name="Field">Field, or <c>identity</c> for the participant number that is on the sheet.</param>
/// <param name="Item">Item number; null for the identity.</param>
/// <param name="Value">What a careful person says is on the paper.</param>
/// <param name="Kind">How it is written.</param>
public sealed record TruthRow(string File, string Field, int? Item, string Value, MarkKind Kind);
