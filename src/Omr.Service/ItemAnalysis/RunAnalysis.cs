using System.Collections.Immutable;

namespace Omr.Service.ItemAnalysis;

/// <summary>The analysis of a package as a run scored it.</summary>
/// <param name="Run">The run.</param>
/// <param name="Analysis">The figures.</param>
/// <param name="LeftOut">
/// Numbers that the run scored, but whose answers don't give that very score again, so they are left out rather than
/// guessed; empty unless a sheet lies in an odd way.
/// </param>
internal sealed record RunAnalysis(long Run, PackageAnalysis Analysis, ImmutableArray<string> LeftOut);
