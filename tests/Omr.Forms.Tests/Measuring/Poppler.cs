using System.Diagnostics;
using Omr.Engine.Template;

namespace Omr.Forms.Tests.Measuring;

/// <summary>Looks at printed PDFs with other people's programs: what they see doesn't come from our code.</summary>
internal static class Poppler
{
    private static readonly Lazy<bool> Here = new(() =>
    {
        try
        {
            using var process = Start("pdftoppm", "-v");
            process.WaitForExit();
            return true;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    });

    /// <summary>Skips the test where poppler isn't installed.</summary>
    public static void Need() =>
        Assert.SkipUnless(Here.Value, "poppler-utils isn't installed: nothing to look at the PDF with");

    /// <summary>Prints sheets and gives the picture of each page.</summary>
    public static List<Raster> Pictures(FormTemplate template, IReadOnlyList<PrintedSheet> sheets, int dpi = 300) =>
        WithPdf(template, sheets, pdf =>
        {
            var stem = Path.ChangeExtension(pdf, null);
            Run("pdftoppm", $"-gray -r {dpi} {pdf} {stem}");
            var pages = Directory.GetFiles(Path.GetDirectoryName(pdf)!, "*.pgm").Order(StringComparer.Ordinal);
            return pages.Select(page => Raster.FromPgm(File.ReadAllBytes(page), dpi)).ToList();
        });

    /// <summary>Prints sheets and gives the text of each page.</summary>
    public static string[] Texts(FormTemplate template, IReadOnlyList<PrintedSheet> sheets) =>
        WithPdf(template, sheets, pdf => Run("pdftotext", $"-layout {pdf} -").TrimEnd('\f').Split('\f'));

    /// <summary>Prints sheets and gives what a program of poppler says of the file.</summary>
    public static string Says(
        string program, string options, FormTemplate template, IReadOnlyList<PrintedSheet> sheets) =>
        WithPdf(template, sheets, pdf => Run(program, $"{options} {pdf}"));

    /// <summary>Prints sheets and gives the words of the first page with their boxes.</summary>
    public static List<Word> Words(FormTemplate template, IReadOnlyList<PrintedSheet> sheets) =>
        WithPdf(template, sheets, pdf => Word.FromBoxes(Run("pdftotext", $"-f 1 -l 1 -bbox {pdf} -")));

    private static T WithPdf<T>(FormTemplate template, IReadOnlyList<PrintedSheet> sheets, Func<string, T> look)
    {
        Need();
        var folder = Directory.CreateTempSubdirectory("omr-forms-");
        try
        {
            var pdf = Path.Combine(folder.FullName, "p.pdf");
            using (var file = File.Create(pdf))
                FormPrinter.Print(file, template, sheets);
            return look(pdf);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // A complaint about the PDF goes to standard error, often with exit code 0.
    private static string Run(string program, string arguments)
    {
        using var process = Start(program, arguments);
        var output = process.StandardOutput.ReadToEnd();
        Assert.Equal("", process.StandardError.ReadToEnd());
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output;
    }

    private static Process Start(string program, string arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        })!;
}
