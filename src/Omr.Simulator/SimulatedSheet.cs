using System.Collections.Immutable;
using Omr.Simulator.Truth;

namespace Omr.Simulator;

/// <summary>A filled and scanned sheet.</summary>
/// <param name="FileName">Name of its file, for example <c>0001.jpg</c>.</param>
/// <param name="Bytes">The file.</param>
/// <param name="Truth">What is on it.</param>
public sealed record SimulatedSheet(string FileName, ReadOnlyMemory<byte> Bytes, ImmutableArray<TruthRow> Truth)
{
    /// <summary>Quality of the JPEG in the file, 1 to 100; null where there is none.</summary>
    public int? JpegQuality { get; init; }
}
