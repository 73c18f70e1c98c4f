using Omr.Engine.Template;
using Omr.Forms.Cairo;
using Omr.Forms.Cover;
using Omr.Forms.Ljk;
using Omr.Forms.Page;

namespace Omr.Forms;

/// <summary>
/// Prints forms as a vector PDF with embedded fonts. What all sheets of a run share (marks, timing track, bubbles and,
/// on an LJK, frames and texts) is drawn once and referred to by every page; symbols, serial and names are drawn on
/// each. The same sheets give the same bytes.
/// </summary>
public static class FormPrinter
{
    /// <summary>Writes one page a sheet, in the order given.</summary>
    /// <param name="pdf">Where the PDF goes; it is only written to, never sought, and left open.</param>
    /// <param name="template">
    /// Any form. Those of <see cref="LjkForm"/> get the full dress of an LJK, others their marks, bubbles and symbols.
    /// </param>
    /// <param name="sheets">The sheets, at least one.</param>
    /// <exception cref="ArgumentException">
    /// There are no sheets, or a number is too long for its bar code's area.
    /// </exception>
    /// <exception cref="DllNotFoundException">cairo isn't installed; the message says how to get it.</exception>
    /// <exception cref="IOException">The stream's own failure to write.</exception>
    public static void Print(Stream pdf, FormTemplate template, IReadOnlyList<PrintedSheet> sheets)
    {
        if (sheets.Count == 0)
            throw new ArgumentException("there is no sheet to print", nameof(sheets));

        var isLjk = LjkForm.Describes(template);
        using var document = new PdfDocument(pdf, template.Paper, template.Title);
        using var shared = document.Draw(canvas =>
        {
            FormPage.Draw(canvas, template);
            if (isLjk)
                LjkPage.Draw(canvas, template);
            else if (template == CoverForm.Template)
                CoverPage.DrawShared(canvas);
        });
        foreach (var sheet in sheets)
        {
            document.Page(shared, canvas =>
            {
                SheetCodes.Draw(canvas, template, sheet);
                if (isLjk)
                    LjkSheet.Draw(canvas, template, sheet);
                else if (sheet.Cover is { } cover)
                    CoverPage.DrawRoom(canvas, cover);
            });
        }

        document.Finish();
    }
}
