using Omr.Engine.Native;
using Omr.Engine.Template;
using QRCoder;

namespace Omr.Engine.Tests.Native;

public sealed class ZxingTests
{
    private const int Margin = 30;

    // Code 128, code set C, by the tables of ISO/IEC 15417: start C, 05 12 30 01 21, check (333 mod 103 = 24), stop.
    private const string BarWidths = "211232" + "131222" + "112232" + "212123" + "222122" + "213212" + "311222" + "2331112";

    [Fact]
    public void A_QR_is_read_whichever_way_up_it_lies()
    {
        var (pixels, side) = Qr("LJK-UKG-100/1/00000042");

        Assert.Equal("LJK-UKG-100/1/00000042", Zxing.Read(pixels, side, side, side, CodeSymbology.Qr, tryHarder: false));
        Array.Reverse(pixels);
        Assert.Equal("LJK-UKG-100/1/00000042", Zxing.Read(pixels, side, side, side, CodeSymbology.Qr, tryHarder: false));
    }

    [Fact]
    public void A_Code_128_is_read_whichever_way_up_it_lies()
    {
        var (pixels, width, height) = Code128();

        Assert.Equal("0512300121", Zxing.Read(pixels, width, height, width, CodeSymbology.Code128, tryHarder: false));
        Array.Reverse(pixels);
        Assert.Equal("0512300121", Zxing.Read(pixels, width, height, width, CodeSymbology.Code128, tryHarder: false));
    }

    [Fact]
    public void A_crop_is_read_out_of_the_middle_of_a_wider_page()
    {
        var (crop, width, height) = Code128();
        var stride = width + 77;
        var page = new byte[stride * height];
        for (var y = 0; y < height; y++)
            crop.AsSpan(y * width, width).CopyTo(page.AsSpan((y * stride) + 40));

        Assert.Equal(
            "0512300121", Zxing.Read(page.AsSpan(40), width, height, stride, CodeSymbology.Code128, tryHarder: false));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Nothing_is_read_from_white_paper_from_noise_or_from_a_symbol_of_another_kind(bool tryHarder)
    {
        var (qr, side) = Qr("LJK-UKG-100/1/00000042");
        var white = Enumerable.Repeat((byte)255, 200 * 100).ToArray();
        var noise = new byte[200 * 100];
        new Random(1).NextBytes(noise);

        Assert.Null(Zxing.Read(white, 200, 100, 200, CodeSymbology.Code128, tryHarder));
        Assert.Null(Zxing.Read(white, 200, 100, 200, CodeSymbology.Qr, tryHarder));
        Assert.Null(Zxing.Read(noise, 200, 100, 200, CodeSymbology.Code128, tryHarder));
        Assert.Null(Zxing.Read(noise, 200, 100, 200, CodeSymbology.Qr, tryHarder));
        Assert.Null(Zxing.Read(qr, side, side, side, CodeSymbology.Code128, tryHarder));
    }

    [Fact]
    public void A_symbol_with_more_text_than_any_form_carries_is_not_read()
    {
        var (pixels, side) = Qr(new string('X', 600));

        Assert.Null(Zxing.Read(pixels, side, side, side, CodeSymbology.Qr, tryHarder: false));
    }

    [Fact]
    public void A_crop_that_reaches_beyond_the_pixels_never_gets_to_native_code() =>
        Assert.Throws<ArgumentException>(
            () => Zxing.Read(new byte[99], 10, 10, 10, CodeSymbology.Qr, tryHarder: false));

    private static (byte[] Pixels, int Side) Qr(string text)
    {
        const int module = 4;
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.Q);
        var rows = code.ModuleMatrix;
        var side = rows.Count * module;
        var pixels = new byte[side * side];
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = rows[i / side / module][i % side / module] ? (byte)0 : (byte)255;
        return (pixels, side);
    }

    private static (byte[] Pixels, int Width, int Height) Code128()
    {
        const int module = 3, height = 60;
        var row = new List<byte>(Enumerable.Repeat((byte)255, Margin));
        for (var i = 0; i < BarWidths.Length; i++)
            row.AddRange(Enumerable.Repeat(i % 2 == 0 ? (byte)0 : (byte)255, module * (BarWidths[i] - '0')));
        row.AddRange(Enumerable.Repeat((byte)255, Margin));
        return ([.. Enumerable.Repeat(row, height).SelectMany(r => r)], row.Count, height);
    }
}
