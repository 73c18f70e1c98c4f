using Omr.Engine.Template;

namespace Omr.Forms.Cairo;

/// <summary>A PDF that grows page by page into a stream.</summary>
public sealed unsafe class PdfDocument : IDisposable
{
    private const int ColourAndAlpha = 0x3000;
    private const int Title = 0;
    private const int Creator = 4;
    private const int CreateDate = 5;

    private readonly StreamSink _sink;
    private readonly CairoRectangle _page;
    private readonly CairoSurface _surface;

    /// <summary>Begins the document.</summary>
    /// <param name="stream">Where it goes.</param>
    /// <param name="paper">Size of its pages.</param>
    /// <param name="title">Title that programs show.</param>
    public PdfDocument(Stream stream, PaperSize paper, string title)
    {
        _sink = new(stream);
        _page = new(0, 0, paper.Width * Canvas.PointsPerMillimetre, paper.Height * Canvas.PointsPerMillimetre);
        _surface = CairoLibrary.PdfSurface(StreamSink.Writer, _sink.Closure, _page.Width, _page.Height);
        CairoLibrary.SetMetadata(_surface, Title, title);
        CairoLibrary.SetMetadata(_surface, Creator, "Omr");

        // A fixed date: the time of printing would make the same form a different file each time.
        CairoLibrary.SetMetadata(_surface, CreateDate, "2000-01-01T00:00:00Z");
    }

    /// <summary>Adds a page with what is drawn now.</summary>
    public void Page(Action<Canvas> draw) => Page(null, draw);

    /// <summary>Writes fonts and index; without this the file isn't whole.</summary>
    public void Finish()
    {
        CairoLibrary.Finish(_surface);
        _sink.Check();
        CairoLibrary.Check(CairoLibrary.Status(_surface));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Destroying the surface may still write, so the sink goes last.
        _surface.Dispose();
        _sink.Dispose();
    }

    /// <summary>Records a drawing that any number of pages may show.</summary>
    internal CairoSurface Draw(Action<Canvas> draw)
    {
        var recording = CairoLibrary.RecordingSurface(ColourAndAlpha, in _page);
        using var canvas = new Canvas(recording);
        draw(canvas);
        canvas.Check();
        return recording;
    }

    /// <summary>Adds a page that shows a recorded drawing and on top of it what is drawn now.</summary>
    internal void Page(CairoSurface? shared, Action<Canvas> draw)
    {
        using (var canvas = new Canvas(_surface, shared))
        {
            draw(canvas);
            canvas.Check();
        }

        CairoLibrary.ShowPage(_surface);
        _sink.Check();
        CairoLibrary.Check(CairoLibrary.Status(_surface));
    }
}
