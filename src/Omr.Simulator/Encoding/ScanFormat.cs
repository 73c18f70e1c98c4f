namespace Omr.Simulator.Encoding;

/// <summary>The files that scanners write.</summary>
public enum ScanFormat
{
    /// <summary>Grey JPEG (<c>.jpg</c>).</summary>
    Jpeg,

    /// <summary>TIFF (<c>.tif</c>): grey with LZW, or CCITT group 4 where the scanner gave black and white.</summary>
    Tiff,

    /// <summary>
    /// TIFF of one bit a pixel in CCITT group 4 (<c>.tif</c>): every sheet is scanned in black and white.
    /// </summary>
    TiffG4,

    /// <summary>PNG (<c>.png</c>).</summary>
    Png,

    /// <summary>BMP (<c>.bmp</c>).</summary>
    Bmp,

    /// <summary>A scanned PDF (<c>.pdf</c>): a JPEG that fills the page.</summary>
    Pdf,
}
