using System.Buffers.Binary;
using Omr.Simulator.Encoding;
using Omr.Simulator.Printing;

namespace Omr.Simulator.Tests.Encoding;

/// <summary>The files are judged by their formats' specifications and by poppler, not by our own decoder.</summary>
public sealed class ScanFileTests
{
    private static readonly GreyPicture Picture = Gradient(false);
    private static readonly GreyPicture TwoLevels = Gradient(true);

    [Fact]
    public void Jpeg_is_baseline_grey_with_its_resolution()
    {
        var file = ScanFile.Encode(Picture, ScanFormat.Jpeg, false, 80);

        Assert.Equal([0xFF, 0xD8, 0xFF, 0xE0], file[..4]);
        Assert.Equal(1, file[13]);
        Assert.Equal(200, BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(14)));
        Assert.Equal(200, BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(16)));
        // SOF0: marker, length, precision, height, width, components.
        var frame = file.AsSpan().IndexOf([(byte)0xFF, (byte)0xC0]);
        Assert.Equal(90, BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(frame + 5)));
        Assert.Equal(130, BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(frame + 7)));
        Assert.Equal(1, file[frame + 9]);
        Assert.Equal([0xFF, 0xD9], file[^2..]);
    }

    [Fact]
    public void A_better_quality_makes_a_larger_jpeg() =>
        Assert.True(
            ScanFile.Encode(Picture, ScanFormat.Jpeg, false, 90).Length
            > ScanFile.Encode(Picture, ScanFormat.Jpeg, false, 40).Length);

    [Fact]
    public void Black_and_white_tiff_is_group_4_of_one_bit()
    {
        var tags = Tags(ScanFile.Encode(TwoLevels, ScanFormat.TiffG4, true, 80));

        Assert.Equal((130u, 90u), (tags[256], tags[257]));
        Assert.Equal(1u, tags[258]); // bits a sample
        Assert.Equal(4u, tags[259]); // CCITT group 4
    }

    [Fact]
    public void Grey_tiff_has_eight_bits_and_black_is_zero()
    {
        var file = ScanFile.Encode(Picture, ScanFormat.Tiff, false, 80);
        var tags = Tags(file);

        Assert.Equal(8u, tags[258]);
        Assert.Equal(5u, tags[259]); // LZW
        Assert.Equal(1u, tags[262]);
        Assert.Equal(200u, BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan((int)tags[282]))
            / BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan((int)tags[282] + 4)));
    }

    [Fact]
    public void Png_is_grey_with_its_resolution()
    {
        var file = ScanFile.Encode(Picture, ScanFormat.Png, false, 80);

        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], file[..4]);
        Assert.Equal(130, BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(16)));
        Assert.Equal(90, BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(20)));
        Assert.Equal([8, 0], file[24..26]);
        // pHYs: pixels a metre across, down, unit 1.
        var physical = file.AsSpan().IndexOf("pHYs"u8) + 4;
        Assert.Equal(7874, BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(physical)));
    }

    [Fact]
    public void Bmp_is_eight_bit()
    {
        var file = ScanFile.Encode(Picture, ScanFormat.Bmp, false, 80);

        Assert.Equal("BM"u8.ToArray(), file[..2]);
        Assert.Equal(130, BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(18)));
        Assert.Equal(8, BinaryPrimitives.ReadInt16LittleEndian(file.AsSpan(28)));
    }

    [Fact]
    public void Pdf_holds_one_jpeg_a_page_that_poppler_takes_out_and_draws()
    {
        Assert.SkipUnless(PrintRaster.IsAvailable, "poppler-utils is not installed.");
        var jpeg = ScanFile.Encode(Picture, ScanFormat.Jpeg, false, 95);
        var path = Path.Combine(Path.GetTempPath(), $"omr-{Guid.NewGuid():N}.pdf");
        try
        {
            var page = new JpegPage(jpeg, Picture.Width, Picture.Height, Picture.Dpi);
            File.WriteAllBytes(path, ScannedPdf.Of([page, page, page]));

            var list = Poppler.Run("pdfimages", "-list", path).Trim().Split('\n');
            Assert.Equal(2 + 3, list.Length);
            Assert.All(list[2..], line => Assert.Matches(@"image +130 +90 +gray +1 +8 +jpeg .* 200 +200 ", line));
            var drawn = Poppler.Draw(path, 200);
            Assert.Equal((130, 90), (drawn.Width, drawn.Height));
            Assert.InRange(drawn.Pixels[(45 * 130) + 65] - Picture.Pixels[(45 * 130) + 65], -6, 6);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static GreyPicture Gradient(bool twoLevels)
    {
        var picture = GreyPicture.White(130, 90, 200);
        for (var i = 0; i < picture.Pixels.Length; i++)
        {
            var level = (byte)(i % 130 * 255 / 129);
            picture.Pixels[i] = !twoLevels ? level : level < 128 ? (byte)0 : (byte)255;
        }

        return picture;
    }

    // TIFF 6.0: the first directory's entries of 12 bytes, tag, type, count and value.
    private static Dictionary<int, uint> Tags(byte[] file)
    {
        Assert.Equal("II*\0"u8.ToArray(), file[..4]);
        var at = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(4));
        return Enumerable.Range(0, BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at)))
            .Select(i => file.AsMemory(at + 2 + (12 * i), 12).ToArray())
            .ToDictionary(
                e => (int)BinaryPrimitives.ReadUInt16LittleEndian(e),
                e => BinaryPrimitives.ReadUInt16LittleEndian(e.AsSpan(2)) == 3
                    ? BinaryPrimitives.ReadUInt16LittleEndian(e.AsSpan(8))
                    : BinaryPrimitives.ReadUInt32LittleEndian(e.AsSpan(8)));
    }
}
