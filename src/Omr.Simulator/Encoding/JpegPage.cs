namespace Omr.Simulator.Encoding;

/// <summary>A page of a scanned PDF.</summary>
/// <param name="Jpeg">Grey JPEG.</param>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Dpi">Pixels per inch.</param>
public sealed record JpegPage(ReadOnlyMemory<byte> Jpeg, int Width, int Height, int Dpi);
