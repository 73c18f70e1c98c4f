namespace Omr.Forms.Cairo;

/// <summary>A picture of pixels, white at first, to draw on and to write as PNG.</summary>
public sealed unsafe class PngPicture : IDisposable
{
    // cairo's name for 32 bits a pixel: nothing, red, green, blue.
    private const int Rgb24 = 1;

    private readonly CairoSurface _surface;
    private readonly double _pixelsPerMillimetre;

    /// <summary>Makes a white picture.</summary>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="pixelsPerMillimetre">Pixels that a millimetre of what is drawn takes.</param>
    public PngPicture(int width, int height, double pixelsPerMillimetre)
    {
        _pixelsPerMillimetre = pixelsPerMillimetre;
        _surface = CairoLibrary.ImageSurface(Rgb24, width, height);
        CairoLibrary.Check(CairoLibrary.Status(_surface));
        for (var y = 0; y < height; y++)
            Row(y, width).Fill(0xffffff);
        CairoLibrary.MarkDirty(_surface);
    }

    /// <summary>Lays a grey picture into the top-left corner, lightened so that drawings stand out from it.</summary>
    /// <param name="grey">A byte a pixel, row by row; it must fit.</param>
    /// <param name="width">Its width in pixels.</param>
    /// <param name="strength">1 as it is, 0 white.</param>
    public void Lay(ReadOnlySpan<byte> grey, int width, double strength)
    {
        Span<int> tones = stackalloc int[256];
        for (var tone = 0; tone < 256; tone++)
            tones[tone] = (int)Math.Round(255 - ((255 - tone) * strength)) * 0x010101;
        CairoLibrary.Flush(_surface);
        for (var y = 0; y < grey.Length / width; y++)
        {
            var row = Row(y, width);
            var line = grey.Slice(y * width, width);
            for (var x = 0; x < width; x++)
                row[x] = tones[line[x]];
        }

        CairoLibrary.MarkDirty(_surface);
    }

    /// <summary>Draws, in millimetres from the top-left corner.</summary>
    public void Draw(Action<Canvas> draw)
    {
        using var canvas = new Canvas(_surface, null, _pixelsPerMillimetre);
        draw(canvas);
        canvas.Check();
    }

    /// <summary>Writes the picture.</summary>
    public void Write(Stream png)
    {
        using var sink = new StreamSink(png);
        var status = CairoLibrary.WritePng(_surface, StreamSink.Writer, sink.Closure);
        sink.Check();
        CairoLibrary.Check(status);
    }

    /// <inheritdoc/>
    public void Dispose() => _surface.Dispose();

    private Span<int> Row(int y, int width) =>
        new(CairoLibrary.Data(_surface) + ((nint)y * CairoLibrary.Stride(_surface)), width);
}
