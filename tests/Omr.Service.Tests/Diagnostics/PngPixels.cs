using System.Buffers.Binary;
using System.IO.Compression;

namespace Omr.Service.Tests.Diagnostics;

/// <summary>
/// The pixels of a PNG with 8 bits a colour and no transparency, decoded here so that drawings are checked independently.
/// </summary>
internal sealed class PngPixels
{
    private const int Channels = 3;
    private readonly byte[] _pixels;

    public PngPixels(byte[] file)
    {
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], file[..4]);
        using var packed = new MemoryStream();
        for (var at = 8; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            var kind = System.Text.Encoding.ASCII.GetString(file, at + 4, 4);
            if (kind == "IHDR")
            {
                Width = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at + 8));
                Height = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at + 12));
                Assert.Equal((8, 2), (file[at + 16], file[at + 17]));
            }
            else if (kind == "IDAT")
            {
                packed.Write(file, at + 8, length);
            }
            at += length + 12;
        }
        packed.Position = 0;
        using var rows = new ZLibStream(packed, CompressionMode.Decompress);
        _pixels = new byte[Width * Height * Channels];
        for (var y = 0; y < Height; y++)
        {
            var filter = rows.ReadByte();
            rows.ReadExactly(_pixels, y * Width * Channels, Width * Channels);
            Unfilter(filter, y);
        }
    }

    public int Width { get; }

    public int Height { get; }

    public (int Red, int Green, int Blue) this[int x, int y]
    {
        get
        {
            var at = ((y * Width) + x) * Channels;
            return (_pixels[at], _pixels[at + 1], _pixels[at + 2]);
        }
    }

    // PNG specification, section 9.
    private void Unfilter(int filter, int y)
    {
        var row = y * Width * Channels;
        for (var i = 0; i < Width * Channels; i++)
        {
            int left = i >= Channels ? _pixels[row + i - Channels] : 0;
            int up = y > 0 ? _pixels[row + i - (Width * Channels)] : 0;
            int corner = y > 0 && i >= Channels ? _pixels[row + i - (Width * Channels) - Channels] : 0;
            _pixels[row + i] += (byte)(filter switch
            {
                0 => 0,
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                4 => Paeth(left, up, corner),
                _ => throw new InvalidDataException($"filter {filter}"),
            });
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (a, b, c) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }
}
