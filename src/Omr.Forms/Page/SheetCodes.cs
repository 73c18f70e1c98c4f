using Omr.Engine.Template;
using Omr.Forms.Cairo;
using Omr.Forms.Symbols;

namespace Omr.Forms.Page;

/// <summary>Draws the symbols that differ from sheet to sheet into the form's areas, with white quiet zones.</summary>
internal static class SheetCodes
{
    /// <summary>
    /// Width of a Code 128 module in millimetres: 3 pixels at 200 dpi; narrower only where the area is.
    /// </summary>
    public const double Code128Module = 0.4;

    /// <summary>Least quiet zone on either side of a Code 128, in modules (ISO/IEC 15417).</summary>
    public const int Code128Quiet = 10;

    // Below this a scan at 200 dpi can't tell the modules apart, in millimetres.
    private const double LeastModule = 0.25;

    // Height of a line with the readable text under the bars, in millimetres.
    private const double TextHeight = 3.0;

    private static readonly Lettering Readable = new(8);

    public static void Draw(Canvas canvas, FormTemplate template, PrintedSheet sheet)
    {
        foreach (var code in template.Codes)
        {
            var text = code.Role == CodeRole.Form
                ? new FormCode(template.Id, template.Version, sheet.Serial).ToString()
                : sheet.Identity;
            if (text.Length == 0)
                continue;
            if (code.Symbology == CodeSymbology.Qr)
                DrawQr(canvas, code.Area, text);
            else
                DrawCode128(canvas, code.Area, text);
        }
    }

    private static void DrawQr(Canvas canvas, PaperArea area, string text)
    {
        var rows = QrSymbol.Encode(text);
        var module = Math.Min(area.Width, area.Height) / rows.Count;
        var left = area.Centre.X - (module * rows.Count / 2);
        var top = area.Centre.Y - (module * rows.Count / 2);
        List<PaperArea> dark = [];
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows.Count; x++)
            {
                var start = x;
                while (x < rows.Count && rows[y][x])
                    x++;
                if (x > start)
                    dark.Add(new(left + (start * module), top + (y * module), (x - start) * module, module));
            }
        }

        canvas.Fill(dark);
    }

    private static void DrawCode128(Canvas canvas, PaperArea area, string text)
    {
        var widths = Code128.Encode(text);
        var modules = widths.Sum();
        var module = Math.Min(Code128Module, area.Width / (modules + (2 * Code128Quiet)));
        if (module < LeastModule)
            throw new ArgumentException($"'{text}' is too long for a bar code of {area.Width} mm");

        var x = area.Centre.X - (modules * module / 2);
        List<PaperArea> bars = [];
        for (var i = 0; i < widths.Length; i++)
        {
            if (i % 2 == 0)
                bars.Add(new(x, area.Y, widths[i] * module, area.Height - TextHeight));
            x += widths[i] * module;
        }

        canvas.Fill(bars);
        canvas.Text(text, area.Centre.X, area.Bottom - 0.2, Readable, Anchor.Middle, area.Width);
    }
}
