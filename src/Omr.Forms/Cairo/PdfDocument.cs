using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using Omr.Engine.Template;

namespace Omr.Forms.Cairo;

/// <summary>A PDF that grows page by page into a stream.</summary>
internal sealed unsafe class PdfDocument : IDisposable
{
    private const int ColourAndAlpha = 0x3000;
    private const int Title = 0;
    private const int Creator = 4;
    private const int CreateDate = 5;
    private const int WriteError = 11;

    private readonly Stream _stream;
    private readonly CairoRectangle _page;
    private readonly CairoSurface _surface;
    private GCHandle _self;
    private ExceptionDispatchInfo? _streamFailure;

    public PdfDocument(Stream stream, PaperSize paper, string title)
    {
        _stream = stream;
        _page = new(0, 0, paper.Width * Canvas.PointsPerMillimetre, paper.Height * Canvas.PointsPerMillimetre);
        _self = GCHandle.Alloc(this);
        _surface = CairoLibrary.PdfSurface(&Write, GCHandle.ToIntPtr(_self), _page.Width, _page.Height);
        CairoLibrary.SetMetadata(_surface, Title, title);
        CairoLibrary.SetMetadata(_surface, Creator, "Omr");

        // A fixed date: the time of printing would make the same form a different file each time.
        CairoLibrary.SetMetadata(_surface, CreateDate, "2000-01-01T00:00:00Z");
    }

    /// <summary>Records a drawing that any number of pages may show.</summary>
    public CairoSurface Draw(Action<Canvas> draw)
    {
        var recording = CairoLibrary.RecordingSurface(ColourAndAlpha, in _page);
        using var canvas = new Canvas(recording);
        draw(canvas);
        canvas.Check();
        return recording;
    }

    /// <summary>Adds a page that shows a recorded drawing and on top of it what is drawn now.</summary>
    public void Page(CairoSurface shared, Action<Canvas> draw)
    {
        using (var canvas = new Canvas(_surface, shared))
        {
            draw(canvas);
            canvas.Check();
        }

        CairoLibrary.ShowPage(_surface);
        _streamFailure?.Throw();
        CairoLibrary.Check(CairoLibrary.Status(_surface));
    }

    /// <summary>Writes fonts and index; without this the file isn't whole.</summary>
    public void Finish()
    {
        CairoLibrary.Finish(_surface);
        _streamFailure?.Throw();
        CairoLibrary.Check(CairoLibrary.Status(_surface));
    }

    public void Dispose()
    {
        // Destroying the surface may still write, so the handle to this object goes last.
        _surface.Dispose();
        if (_self.IsAllocated)
            _self.Free();
    }

    // Exceptions must not cross native frames: the first is kept and thrown when cairo returns.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Write(nint closure, byte* data, uint length)
    {
        var document = (PdfDocument)GCHandle.FromIntPtr(closure).Target!;
        if (document._streamFailure is not null)
            return WriteError;
        try
        {
            document._stream.Write(new ReadOnlySpan<byte>(data, checked((int)length)));
            return 0;
        }
#pragma warning disable CA1031 // Whatever the stream throws belongs to the caller of Page or Finish.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            document._streamFailure = ExceptionDispatchInfo.Capture(failure);
            return WriteError;
        }
    }
}
