using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Microsoft.Win32.SafeHandles;
using Omr.Simulator.Printing;

namespace Omr.Simulator.Native;

/// <summary>Writes PNG, TIFF and BMP by leptonica.</summary>
internal static partial class Leptonica
{
    /// <summary>The file formats that are written, by leptonica's numbers.</summary>
    public enum FileFormat
    {
        /// <summary>BMP.</summary>
        Bmp = 1,

        /// <summary>PNG.</summary>
        Png = 3,

        /// <summary>TIFF with CCITT group 4: black and white only.</summary>
        TiffG4 = 8,

        /// <summary>TIFF with LZW.</summary>
        TiffLzw = 9,
    }

    /// <summary>The picture in a file of that format, with its resolution.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="format">File format.</param>
    /// <param name="bilevel">Whether to write one bit a pixel.</param>
    /// <exception cref="InvalidOperationException">leptonica failed.</exception>
    public static byte[] Write(GreyPicture picture, FileFormat format, bool bilevel)
    {
        using var pix = pixCreateNoInit(picture.Width, picture.Height, bilevel ? 1 : 8);
        if (pix.IsInvalid)
            throw new InvalidOperationException("leptonica could not make a picture.");
        Fill(pix, picture, bilevel);
        // Level 1 of zlib: half the time of the usual 6, and noise hardly shrinks anyway.
        if (pixSetResolution(pix, picture.Dpi, picture.Dpi) != 0 || pixSetZlibCompression(pix, 1) != 0)
            throw new InvalidOperationException("leptonica refused the resolution.");
        nint data = 0;
        nuint size = 0;
        try
        {
            if (pixWriteMem(out data, out size, pix, (int)format) != 0)
                throw new InvalidOperationException($"leptonica could not write {format}.");
            var bytes = new byte[size];
            Marshal.Copy(data, bytes, 0, bytes.Length);
            return bytes;
        }
        finally
        {
            lept_free(data);
        }
    }

    // leptonica keeps pixels in 32-bit words, the first pixel in the highest bits.
    private static unsafe void Fill(Pix pix, GreyPicture picture, bool bilevel)
    {
        var words = pixGetWpl(pix);
        var data = new Span<uint>((void*)pixGetData(pix), words * picture.Height);
        var row = new byte[words * 4];
        for (var y = 0; y < picture.Height; y++)
        {
            var pixels = picture.Pixels.AsSpan(y * picture.Width, picture.Width);
            var line = data.Slice(y * words, words);
            if (bilevel)
            {
                PackBits(pixels, line);
                continue;
            }

            pixels.CopyTo(row);
            BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<byte, uint>(row.AsSpan()), line);
        }
    }

    // In one bit a pixel, 1 is black.
    private static void PackBits(ReadOnlySpan<byte> pixels, Span<uint> line)
    {
        for (var word = 0; word < line.Length; word++)
        {
            var some = pixels[(word * 32)..];
            line[word] = some.Length >= 32 ? Mirror(~Vector256.Create(some).ExtractMostSignificantBits()) : Rest(some);
        }

        static uint Rest(ReadOnlySpan<byte> pixels)
        {
            var word = 0u;
            for (var x = 0; x < pixels.Length; x++)
                word |= pixels[x] < 128 ? 0x8000_0000 >> x : 0;
            return word;
        }
    }

    // The lowest bit first becomes the highest: pairs of bits are exchanged, then of two, of four, of eight and sixteen.
    private static uint Mirror(uint bits)
    {
        bits = ((bits >> 1) & 0x5555_5555) | ((bits & 0x5555_5555) << 1);
        bits = ((bits >> 2) & 0x3333_3333) | ((bits & 0x3333_3333) << 2);
        bits = ((bits >> 4) & 0x0F0F_0F0F) | ((bits & 0x0F0F_0F0F) << 4);
        return BinaryPrimitives.ReverseEndianness(bits);
    }

    [LibraryImport(NativeLibraries.Leptonica)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial Pix pixCreateNoInit(int width, int height, int depth);

    [LibraryImport(NativeLibraries.Leptonica)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint pixGetData(Pix pix);

    [LibraryImport(NativeLibraries.Leptonica)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int pixGetWpl(Pix pix);

    [LibraryImport(NativeLibraries.Leptonica)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int pixSetResolution(Pix pix, int x, int y);

    [LibraryImport(NativeLibraries.Leptonica)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int pixSetZlibCompression(Pix pix, int level);

    [LibraryImport(NativeLibraries.Leptonica)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int pixWriteMem(out nint data, out nuint size, Pix pix, int format);

    [LibraryImport(NativeLibraries.Leptonica)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void lept_free(nint data);

    [LibraryImport(NativeLibraries.Leptonica)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void pixDestroy(ref nint pix);

    /// <summary>A picture of leptonica's.</summary>
    internal sealed class Pix() : SafeHandleZeroOrMinusOneIsInvalid(true)
    {
        protected override bool ReleaseHandle()
        {
            pixDestroy(ref handle);
            return true;
        }
    }
}
