using System.Collections.Immutable;
using Omr.Engine;

namespace Omr.Scanner;

/// <summary>What came of one file.</summary>
/// <param name="File">The file.</param>
/// <param name="Pages">An outcome for each of its pages in order; a file that can't be opened has one refusal.</param>
public sealed record FileReading(PaperFile File, ImmutableArray<ReadOutcome> Pages);
