using System.Buffers.Binary;
using Omr.Simulator.Native;
using Omr.Simulator.Printing;

namespace Omr.Simulator.Encoding;

/// <summary>Turns a scanned picture into the bytes of a file, with its resolution.</summary>
internal static class ScanFile
{
    /// <summary>The end of the file's name, with its dot.</summary>
    public static string Extension(ScanFormat format) => format switch
    {
        ScanFormat.Jpeg => ".jpg",
        ScanFormat.Tiff or ScanFormat.TiffG4 => ".tif",
        ScanFormat.Png => ".png",
        ScanFormat.Bmp => ".bmp",
        ScanFormat.Pdf => ".pdf",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "No such format."),
    };

    /// <summary>The file's bytes.</summary>
    /// <param name="picture">The scan.</param>
    /// <param name="format">File format.</param>
    /// <param name="bilevel">Whether the scan is black and white.</param>
    /// <param name="quality">JPEG quality.</param>
    public static byte[] Encode(GreyPicture picture, ScanFormat format, bool bilevel, int quality) => format switch
    {
        ScanFormat.Jpeg => Jpeg(picture, quality),
        ScanFormat.Tiff or ScanFormat.TiffG4 => Leptonica.Write(
            picture, bilevel ? Leptonica.FileFormat.TiffG4 : Leptonica.FileFormat.TiffLzw, bilevel),
        ScanFormat.Png => Leptonica.Write(picture, Leptonica.FileFormat.Png, bilevel),
        ScanFormat.Bmp => Leptonica.Write(picture, Leptonica.FileFormat.Bmp, bilevel),
        ScanFormat.Pdf => ScannedPdf.Of([new(Jpeg(picture, quality), picture.Width, picture.Height, picture.Dpi)]),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "No such format."),
    };

    /// <summary>Three pictures of one size as the channels of a colour JPEG.</summary>
    public static byte[] ColourJpeg(GreyPicture red, GreyPicture green, GreyPicture blue, int quality)
    {
        var rgb = new byte[3 * red.Width * red.Height];
        for (var i = 0; i < red.Width * red.Height; i++)
            (rgb[3 * i], rgb[(3 * i) + 1], rgb[(3 * i) + 2]) = (red.Pixels[i], green.Pixels[i], blue.Pixels[i]);
        return WithResolution(TurboJpeg.CompressColour(rgb, red.Width, red.Height, quality), red.Dpi);
    }

    private static byte[] Jpeg(GreyPicture picture, int quality) =>
        WithResolution(TurboJpeg.Compress(picture, quality), picture.Dpi);

    private static byte[] WithResolution(byte[] bytes, int dpi)
    {
        // libjpeg-turbo opens with a JFIF segment that gives no resolution: unit (1 = per inch) at 13, across at 14,
        // down at 16.
        if (bytes is not [0xFF, 0xD8, 0xFF, 0xE0, _, _, (byte)'J', (byte)'F', (byte)'I', (byte)'F', ..])
            throw new InvalidOperationException("libjpeg-turbo wrote no JFIF segment.");
        bytes[13] = 1;
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(14), (ushort)dpi);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(16), (ushort)dpi);
        return bytes;
    }
}
