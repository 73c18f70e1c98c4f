using System.Collections.Immutable;

namespace Omr.Service.Scoring;

/// <summary>The key of one item (butir).</summary>
/// <param name="Number">Item number, from 1.</param>
/// <param name="Options">The right options; two in their order for <see cref="KeyPolicy.BestOf"/>.</param>
/// <param name="Ranah">The competence it tests.</param>
/// <param name="Policy">How it is credited.</param>
/// <param name="Weight">What it is worth (bobot), above 0.</param>
public sealed record KeyItem(int Number, ImmutableArray<string> Options, Ranah Ranah, KeyPolicy Policy, decimal Weight);
