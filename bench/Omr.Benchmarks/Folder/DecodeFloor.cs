using System.Runtime.InteropServices;
using Omr.Engine.Decode;
using Omr.Engine.Native;

namespace Omr.Benchmarks.Folder;

/// <summary>
/// What no reader can be faster than: the library decoding the file, and nothing else. JPEG by libjpeg-turbo to grey into
/// a buffer that is used again; everything else by leptonica to its own picture.
/// </summary>
internal sealed unsafe class DecodeFloor : IDisposable
{
    private readonly TurboJpegHandle _handle = TurboJpeg.InitDecompress();
    private byte[] _pixels = [];

    public void Decode(ReadOnlySpan<byte> file)
    {
        switch (FormatSniffer.Sniff(file))
        {
            case ImageFormat.Jpeg when JpegHeader.Read(file) is { Components: not 4 } header:
                DecodeJpeg(file, header.Width, header.Height);
                break;
            case ImageFormat.Tiff:
                DecodeTiff(file);
                break;
            default:
                fixed (byte* data = file)
                    Leptonica.Read(data, (nuint)file.Length).Dispose();
                break;
        }
    }

    public void Dispose() => _handle.Dispose();

    // A damaged file's time is what it takes to find that out.
    private void DecodeJpeg(ReadOnlySpan<byte> file, int width, int height)
    {
        if (_pixels.Length < width * height)
            _pixels = GC.AllocateUninitializedArray<byte>(width * height, pinned: true);
        _ = TurboJpeg.Decompress(
            _handle, file, new CULong((nuint)file.Length), _pixels, width, width, height, TurboJpeg.PixelFormatGray, 0);
    }

    private static void DecodeTiff(ReadOnlySpan<byte> file)
    {
        nuint offset = 0;
        fixed (byte* data = file)
        {
            do
                Leptonica.ReadTiffPage(data, (nuint)file.Length, ref offset).Dispose();
            while (offset != 0);
        }
    }
}
