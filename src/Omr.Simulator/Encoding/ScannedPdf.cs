using System.Globalization;

namespace Omr.Simulator.Encoding;

/// <summary>
/// Writes the PDF that scanners write: each page is one grey JPEG as large as the page, and nothing else
/// (ISO 32000-1, 7.4.8 DCTDecode).
/// </summary>
public static class ScannedPdf
{
    private const string Grey = "/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode";

    /// <summary>A PDF with those pages, in order.</summary>
    public static byte[] Of(IReadOnlyList<JpegPage> pages)
    {
        using var file = new MemoryStream();
        var offsets = new List<long>();
        Write("%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n");
        Begin("<< /Type /Catalog /Pages 2 0 R >>\n");
        var kids = string.Join(' ', Enumerable.Range(0, pages.Count).Select(p => Text($"{3 + (3 * p)} 0 R")));
        Begin(Text($"<< /Type /Pages /Count {pages.Count} /Kids [{kids}] >>\n"));
        for (var p = 0; p < pages.Count; p++)
            Page(pages[p], 3 + (3 * p));
        var xref = file.Position;
        Write(Text($"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n"));
        foreach (var offset in offsets)
            Write(Text($"{offset:D10} 00000 n \n"));
        Write(Text($"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF\n"));
        return file.ToArray();

        void Page(JpegPage page, int number)
        {
            var (width, height) = (Points(page.Width, page.Dpi), Points(page.Height, page.Dpi));
            var resources = Text($"<< /XObject << /Scan {number + 2} 0 R >> >>");
            var contents = Text($"/Contents {number + 1} 0 R /Resources {resources}");
            Begin(Text($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] {contents} >>\n"));
            var drawing = Text($"q {width} 0 0 {height} 0 0 cm /Scan Do Q\n");
            Stream(Text($"<< /Length {drawing.Length} >>"), System.Text.Encoding.Latin1.GetBytes(drawing));
            var size = Text($"/Width {page.Width} /Height {page.Height}");
            Stream(
                Text($"<< /Type /XObject /Subtype /Image {size} {Grey} /Length {page.Jpeg.Length} >>"),
                page.Jpeg.Span);
        }

        void Begin(string body)
        {
            offsets.Add(file.Position);
            Write(Text($"{offsets.Count} 0 obj\n{body}endobj\n"));
        }

        void Stream(string dictionary, ReadOnlySpan<byte> bytes)
        {
            offsets.Add(file.Position);
            Write(Text($"{offsets.Count} 0 obj\n{dictionary}\nstream\n"));
            file.Write(bytes);
            Write("\nendstream\nendobj\n");
        }

        void Write(string text) => file.Write(System.Text.Encoding.Latin1.GetBytes(text));
    }

    // Pixels to points of 1/72 inch.
    private static string Points(int pixels, int dpi) => Text($"{pixels * 72.0 / dpi:0.###}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
