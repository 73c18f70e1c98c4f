namespace Omr.Service.ItemAnalysis;

/// <summary>A package that a run scored.</summary>
/// <param name="KdMapel">Subject code.</param>
/// <param name="Paket">Package code.</param>
/// <param name="Peserta">How many have status DN.</param>
public sealed record AnalysedPackage(string KdMapel, string Paket, int Peserta);
