using System.Collections.Immutable;

namespace Omr.Service.Rosters;

/// <summary>What became of a list.</summary>
/// <param name="State">What became of it.</param>
/// <param name="Diff">What it changes; null when it is no such list at all.</param>
/// <param name="Errors">What is wrong in it, by row.</param>
/// <param name="Digest">Names this list over this state: whoever gives it back has seen the diff.</param>
internal sealed record ImportOutcome<T>(ImportState State, ListDiff<T>? Diff, ImmutableArray<RowError> Errors, string Digest);
