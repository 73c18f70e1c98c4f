using System.Reflection;
using System.Runtime.InteropServices;

namespace Omr.Forms.Cairo;

/// <summary>
/// The functions of cairo's C interface that printing needs. cairo keeps the first error of a surface or context and
/// turns later calls into no-ops, so that the status is checked where a page or document ends.
/// </summary>
internal static unsafe partial class CairoLibrary
{
    private const string Name = "cairo";

    static CairoLibrary() => NativeLibrary.SetDllImportResolver(typeof(CairoLibrary).Assembly, Resolve);

    [LibraryImport(Name, EntryPoint = "cairo_pdf_surface_create_for_stream")]
    internal static partial CairoSurface PdfSurface(
        delegate* unmanaged[Cdecl]<nint, byte*, uint, int> write, nint closure, double width, double height);

    [LibraryImport(Name, EntryPoint = "cairo_pdf_surface_set_metadata", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void SetMetadata(CairoSurface pdf, int metadata, string text);

    [LibraryImport(Name, EntryPoint = "cairo_recording_surface_create")]
    internal static partial CairoSurface RecordingSurface(int content, in CairoRectangle extents);

    [LibraryImport(Name, EntryPoint = "cairo_image_surface_create")]
    internal static partial CairoSurface ImageSurface(int format, int width, int height);

    [LibraryImport(Name, EntryPoint = "cairo_image_surface_get_data")]
    internal static partial byte* Data(CairoSurface image);

    [LibraryImport(Name, EntryPoint = "cairo_image_surface_get_stride")]
    internal static partial int Stride(CairoSurface image);

    [LibraryImport(Name, EntryPoint = "cairo_surface_flush")]
    internal static partial void Flush(CairoSurface surface);

    [LibraryImport(Name, EntryPoint = "cairo_surface_mark_dirty")]
    internal static partial void MarkDirty(CairoSurface surface);

    [LibraryImport(Name, EntryPoint = "cairo_surface_write_to_png_stream")]
    internal static partial int WritePng(
        CairoSurface surface, delegate* unmanaged[Cdecl]<nint, byte*, uint, int> write, nint closure);

    [LibraryImport(Name, EntryPoint = "cairo_surface_show_page")]
    internal static partial void ShowPage(CairoSurface surface);

    [LibraryImport(Name, EntryPoint = "cairo_surface_finish")]
    internal static partial void Finish(CairoSurface surface);

    [LibraryImport(Name, EntryPoint = "cairo_surface_status")]
    internal static partial int Status(CairoSurface surface);

    [LibraryImport(Name, EntryPoint = "cairo_surface_destroy")]
    internal static partial void DestroySurface(nint surface);

    [LibraryImport(Name, EntryPoint = "cairo_status_to_string")]
    internal static partial nint StatusText(int status);

    [LibraryImport(Name, EntryPoint = "cairo_create")]
    internal static partial CairoContext Create(CairoSurface target);

    [LibraryImport(Name, EntryPoint = "cairo_destroy")]
    internal static partial void DestroyContext(nint context);

    [LibraryImport(Name, EntryPoint = "cairo_status")]
    internal static partial int Status(CairoContext context);

    [LibraryImport(Name, EntryPoint = "cairo_set_source_surface")]
    internal static partial void SetSource(CairoContext context, CairoSurface surface, double x, double y);

    [LibraryImport(Name, EntryPoint = "cairo_paint")]
    internal static partial void Paint(CairoContext context);

    [LibraryImport(Name, EntryPoint = "cairo_set_source_rgba")]
    internal static partial void SetColour(
        CairoContext context, double red, double green, double blue, double opacity);

    [LibraryImport(Name, EntryPoint = "cairo_scale")]
    internal static partial void Scale(CairoContext context, double x, double y);

    [LibraryImport(Name, EntryPoint = "cairo_rectangle")]
    internal static partial void Rectangle(CairoContext context, double x, double y, double width, double height);

    [LibraryImport(Name, EntryPoint = "cairo_close_path")]
    internal static partial void ClosePath(CairoContext context);

    [LibraryImport(Name, EntryPoint = "cairo_move_to")]
    internal static partial void MoveTo(CairoContext context, double x, double y);

    [LibraryImport(Name, EntryPoint = "cairo_line_to")]
    internal static partial void LineTo(CairoContext context, double x, double y);

    [LibraryImport(Name, EntryPoint = "cairo_curve_to")]
    internal static partial void CurveTo(
        CairoContext context, double x1, double y1, double x2, double y2, double x3, double y3);

    [LibraryImport(Name, EntryPoint = "cairo_fill")]
    internal static partial void Fill(CairoContext context);

    [LibraryImport(Name, EntryPoint = "cairo_stroke")]
    internal static partial void Stroke(CairoContext context);

    [LibraryImport(Name, EntryPoint = "cairo_set_line_width")]
    internal static partial void SetLineWidth(CairoContext context, double width);

    [LibraryImport(Name, EntryPoint = "cairo_set_line_cap")]
    internal static partial void SetLineCap(CairoContext context, int cap);

    [LibraryImport(Name, EntryPoint = "cairo_set_dash")]
    internal static partial void SetDash(CairoContext context, ReadOnlySpan<double> dashes, int count, double offset);

    [LibraryImport(Name, EntryPoint = "cairo_select_font_face", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void SelectFont(CairoContext context, string family, int slant, int weight);

    [LibraryImport(Name, EntryPoint = "cairo_set_font_size")]
    internal static partial void SetFontSize(CairoContext context, double size);

    [LibraryImport(Name, EntryPoint = "cairo_font_options_create")]
    internal static partial CairoFontOptions FontOptions();

    [LibraryImport(Name, EntryPoint = "cairo_font_options_destroy")]
    internal static partial void DestroyFontOptions(nint options);

    [LibraryImport(Name, EntryPoint = "cairo_font_options_set_hint_style")]
    internal static partial void SetHintStyle(CairoFontOptions options, int style);

    [LibraryImport(Name, EntryPoint = "cairo_font_options_set_hint_metrics")]
    internal static partial void SetHintMetrics(CairoFontOptions options, int metrics);

    [LibraryImport(Name, EntryPoint = "cairo_set_font_options")]
    internal static partial void SetFontOptions(CairoContext context, CairoFontOptions options);

    [LibraryImport(Name, EntryPoint = "cairo_text_extents", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void TextExtents(CairoContext context, string text, out CairoTextExtents extents);

    [LibraryImport(Name, EntryPoint = "cairo_show_text", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void ShowText(CairoContext context, string text);

    [LibraryImport(Name, EntryPoint = "cairo_text_path", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void TextPath(CairoContext context, string text);

    /// <summary>Throws if cairo has noted an error.</summary>
    internal static void Check(int status)
    {
        if (status != 0)
            throw new InvalidOperationException($"cairo: {Marshal.PtrToStringUTF8(StatusText(status))}");
    }

    private static nint Resolve(string library, Assembly assembly, DllImportSearchPath? path)
    {
        if (library != Name)
            return 0;
        var file = OperatingSystem.IsWindows() ? "cairo-2.dll"
            : OperatingSystem.IsMacOS() ? "libcairo.2.dylib"
            : "libcairo.so.2";
        return NativeLibrary.TryLoad(file, assembly, path, out var handle)
            ? handle
            : throw new DllNotFoundException(
                $"{file} isn't installed: printing needs cairo (Debian: apt install libcairo2; "
                + "Windows: vcpkg install cairo)");
    }
}
