using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Omr.Engine.Imaging;
using Omr.Engine.Native;
using Omr.Engine.Template;

namespace Omr.Engine.Decode;

/// <summary>Copies a leptonica picture of any depth into a page of luminance; what has few grey levels gets those in between.</summary>
internal sealed unsafe class PixDecoder
{
    // Eight pixels for each byte of a 1-bit row: 1 is black.
    private static readonly ulong[] BitsToPixels = MakeBitsToPixels();

    private readonly CoarseTones _coarse = new();

    public void Copy(PixHandle pix, InkChannel ink, GrayImage page)
    {
        var depth = Leptonica.Depth(pix);
        var plain = Leptonica.Colormap(pix) == 0;
        if (depth == 1 && plain)
        {
            CopyBits(pix, page);
        }
        else if (ink != InkChannel.Grey && (depth > 8 || !plain))
        {
            using var colour = Leptonica.ConvertTo32(pix);
            CopyChannel(colour, ink, page);
        }
        else if (depth == 8 && plain)
        {
            CopyBytes(pix, page);
        }
        else
        {
            using var grey = Leptonica.ConvertTo8(pix, 0);
            CopyBytes(grey, page);
        }
    }

    private void CopyBytes(PixHandle pix, GrayImage page)
    {
        page.Resize(Leptonica.Width(pix), Leptonica.Height(pix));
        var words = Leptonica.WordsPerLine(pix);
        var data = Leptonica.Data(pix);
        for (var y = 0; y < page.Height; y++)
        {
            var source = new ReadOnlySpan<uint>(data + ((long)y * words), words);
            var target = MemoryMarshal.Cast<byte, uint>(page.Pixels.AsSpan(y * page.Stride, page.Stride))[..words];
            if (BitConverter.IsLittleEndian)
                BinaryPrimitives.ReverseEndianness(source, target);
            else
                source.CopyTo(target);
        }

        _coarse.Soften(page);
    }

    private static void CopyBits(PixHandle pix, GrayImage page)
    {
        page.Resize(Leptonica.Width(pix), Leptonica.Height(pix));
        var words = Leptonica.WordsPerLine(pix);
        var data = Leptonica.Data(pix);
        var table = BitsToPixels;
        for (var y = 0; y < page.Height; y++)
        {
            var source = new ReadOnlySpan<uint>(data + ((long)y * words), words);
            var target = MemoryMarshal.Cast<byte, ulong>(page.Pixels.AsSpan(y * page.Stride, page.Stride));
            for (var i = 0; i < source.Length; i++)
            {
                var word = source[i];
                target[4 * i] = table[word >> 24];
                target[(4 * i) + 1] = table[(word >> 16) & 255];
                target[(4 * i) + 2] = table[(word >> 8) & 255];
                target[(4 * i) + 3] = table[word & 255];
            }
        }
    }

    private static void CopyChannel(PixHandle pix, InkChannel ink, GrayImage page)
    {
        page.Resize(Leptonica.Width(pix), Leptonica.Height(pix));
        var words = Leptonica.WordsPerLine(pix);
        var data = Leptonica.Data(pix);
        var shift = ink switch { InkChannel.Red => 24, InkChannel.Green => 16, _ => 8 };
        var dropOut = page.AddDropOut();
        for (var y = 0; y < page.Height; y++)
        {
            var source = new ReadOnlySpan<uint>(data + ((long)y * words), words);
            var row = page.Row(y);
            var inks = dropOut.Row(y);
            for (var x = 0; x < row.Length; x++)
            {
                var colour = source[x];
                row[x] = Math.Min((byte)(colour >> 24), Math.Min((byte)(colour >> 16), (byte)(colour >> 8)));
                inks[x] = (byte)(colour >> shift);
            }
        }
    }

    private static ulong[] MakeBitsToPixels()
    {
        var table = new ulong[256];
        var pixels = new byte[8];
        for (var bits = 0; bits < 256; bits++)
        {
            for (var i = 0; i < 8; i++)
                pixels[i] = (bits & (0x80 >> i)) != 0 ? (byte)0 : (byte)255;
            table[bits] = MemoryMarshal.Read<ulong>(pixels);
        }

        return table;
    }
}
