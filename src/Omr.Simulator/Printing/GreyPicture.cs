namespace Omr.Simulator.Printing;

/// <summary>A picture of 8-bit grey, row after row without gaps; 255 is white.</summary>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Dpi">Pixels per inch.</param>
/// <param name="Pixels">Width times height bytes; a scan's may be followed by bytes that mean nothing.</param>
internal sealed record GreyPicture(int Width, int Height, int Dpi, byte[] Pixels)
{
    /// <summary>Pixels per millimetre.</summary>
    public double PerMm => Dpi / 25.4;

    /// <summary>The same picture with pixels of its own.</summary>
    public GreyPicture Copy() => this with { Pixels = Pixels[..(Width * Height)] };

    /// <summary>An all-white picture.</summary>
    public static GreyPicture White(int width, int height, int dpi)
    {
        var pixels = new byte[width * height];
        pixels.AsSpan().Fill(255);
        return new(width, height, dpi, pixels);
    }
}
