using System.Text;
using Omr.Engine.Decode;
using Omr.Engine.Template;

namespace Omr.Engine.Tests.Decode;

public class PageDecoderTests
{
    private const int Width = 613;
    private const int Height = 701;

    [Fact]
    public void A_grey_PNG_decodes_to_the_very_tones_that_were_written()
    {
        using var decoder = new PageDecoder();
        Assert.Null(Assert.Single(decoder.Decode(TestImages.Png(Width, Height, Tone), InkChannel.Grey)));
        AssertTones(decoder);
    }

    [Fact]
    public void A_PGM_decodes_to_the_very_tones_that_were_written()
    {
        using var decoder = new PageDecoder();
        Assert.Null(Assert.Single(decoder.Decode(TestImages.Pgm(Width, Height, Tone), InkChannel.Grey)));
        AssertTones(decoder);
    }

    [Fact]
    public void Every_page_of_a_1_bit_TIFF_decodes_to_black_and_white()
    {
        using var decoder = new PageDecoder();
        var pages = 0;
        foreach (var refusal in decoder.Decode(TestImages.BitTiff(Width, Height, Black, pages: 3), InkChannel.Grey))
        {
            pages++;
            Assert.Null(refusal);
            for (var i = 0; i < Width * Height; i++)
                Assert.Equal(Black(i % Width, i / Width) ? 0 : 255, decoder.Page.Row(i / Width)[i % Width]);
        }

        Assert.Equal(3, pages);
    }

    [Fact]
    public void A_TIFF_cut_within_its_second_page_gives_the_first_page_and_one_refusal()
    {
        var file = TestImages.BitTiff(Width, Height, Black, pages: 2);
        using var decoder = new PageDecoder();
        var pages = decoder.Decode(file.AsMemory(0, file.Length * 3 / 4), InkChannel.Grey).ToList();
        Assert.Equal(2, pages.Count);
        Assert.Null(pages[0]);
        Assert.Equal(RefusalReason.Damaged, pages[1]!.Reason);
        Assert.Equal(2, pages[1]!.Page);
    }

    [Fact]
    public void A_PNG_that_ends_too_early_is_refused_as_damaged()
    {
        var file = TestImages.Png(Width, Height, Tone);
        Assert.Equal(RefusalReason.Damaged, Refuse(file[..(file.Length / 2)]));
    }

    [Theory]
    [InlineData(1, 500_000_000)]
    [InlineData(500_000_000, 1)]
    [InlineData(9_000, 9_000)]
    public void A_PNG_whose_header_claims_too_many_pixels_is_refused_before_it_is_decoded(int width, int height) =>
        Assert.Equal(RefusalReason.TooLarge, Refuse(TestImages.PngHeader(width, height)));

    [Fact]
    public void A_thumbnail_is_refused_as_too_small() =>
        Assert.Equal(RefusalReason.TooSmall, Refuse(TestImages.Png(120, 170, Tone)));

    [Fact]
    public void An_empty_file_is_refused_as_empty() => Assert.Equal(RefusalReason.Empty, Refuse([]));

    [Fact]
    public void A_text_file_is_refused_whatever_it_is_called() =>
        Assert.Equal(RefusalReason.UnknownFormat, Refuse(Encoding.UTF8.GetBytes("bukan gambar\n")));

    [Theory]
    [InlineData("FFD8FF")]
    [InlineData("FFD8FFE000104A464946")]
    [InlineData("FFD8FFFFFFFFFFFFFFFFFFFFFFFF")]
    [InlineData("FFD8FFC0000B08FFFF")]
    [InlineData("FFD8FFDA0008010100003F00")]
    public void A_JPEG_without_a_frame_header_is_refused_as_damaged(string hex) =>
        Assert.Equal(RefusalReason.Damaged, Refuse(Convert.FromHexString(hex)));

    [Fact]
    public void A_JPEG_that_claims_a_gigantic_frame_is_refused_before_it_is_decoded() =>
        Assert.Equal(RefusalReason.TooLarge, Refuse(Convert.FromHexString("FFD8FFC0000B08FFFFFFFF01011100")));

    [Fact]
    public void A_progressive_JPEG_with_thousands_of_scans_is_refused()
    {
        byte[] frame = [0xFF, 0xD8, 0xFF, 0xC2, 0, 11, 8, 4, 0, 4, 0, 1, 1, 0x11, 0];
        byte[] scan = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 0, 0];
        Assert.Equal(
            RefusalReason.TooLarge,
            Refuse([.. frame, .. Enumerable.Repeat(scan, 5_000).SelectMany(s => s)]));
    }

    private static byte Tone(int x, int y) => (byte)((x * 7) + (y * 13));

    private static bool Black(int x, int y) => ((x / 3) + (y / 5)) % 2 == 0;

    private static void AssertTones(PageDecoder decoder)
    {
        Assert.Equal((Width, Height), (decoder.Page.Width, decoder.Page.Height));
        for (var i = 0; i < Width * Height; i++)
            Assert.Equal(Tone(i % Width, i / Width), decoder.Page.Row(i / Width)[i % Width]);
    }

    private static RefusalReason Refuse(byte[] file)
    {
        using var decoder = new PageDecoder();
        return Assert.Single(decoder.Decode(file, InkChannel.Grey))!.Reason;
    }
}
