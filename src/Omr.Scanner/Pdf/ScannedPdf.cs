using System.Globalization;
using System.Runtime.CompilerServices;
using Omr.Engine;

namespace Omr.Scanner.Pdf;

/// <summary>
/// Takes the pages out of a scanned PDF, one at a time. A page that is one image is given as that image's own bytes;
/// any other page is drawn. Poppler does both in processes of its own (<see cref="LimitedTool"/>). A PDF that doesn't
/// end properly is refused as a whole, because pages that it lost would not be missed.
/// </summary>
internal static class ScannedPdf
{
    /// <summary>
    /// A PDF's signature stands within its first 1,024 bytes, its end mark within the last (ISO 32000-1, annex H).
    /// </summary>
    public const int HeadBytes = 1024;

    /// <summary>Most pages of a file: twenty rooms.</summary>
    public const int MaxPages = 500;

    /// <summary>Most pixels of a page, as many as the engine takes: A4 at 600 dpi, A3 at 420.</summary>
    public const int MaxPixels = 40_000_000;

    /// <summary>Most pixels of a page's side, as many as the engine takes.</summary>
    public const int MaxSide = 10_000;

    // Enough for every bubble and barcode of a form; scans have 200 to 300.
    private const int DrawnDpi = 300;

    /// <summary>Whether a file that begins so is a PDF.</summary>
    public static bool Begins(ReadOnlySpan<byte> head) => head.IndexOf("%PDF-"u8) >= 0;

    /// <summary>The pages of the PDF, or one refusal of it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="grey">Whether pages that are drawn may lose their colours.</param>
    /// <param name="stop">Ends the unpacking.</param>
    public static async IAsyncEnumerable<ScannedPage> PagesAsync(
        string path, bool grey, [EnumeratorCancellation] CancellationToken stop)
    {
        if (!await EndsAsync(path, stop))
        {
            yield return Refused(1, RefusalReason.Damaged, "pdf_end=missing");
            yield break;
        }
        var last = MaxPages.ToString(CultureInfo.InvariantCulture);
        var info = await LimitedTool.RunAsync("pdfinfo", ["-f", "1", "-l", last, path], stop);
        if (RefusalOf(info) is { } refusal)
        {
            yield return refusal;
            yield break;
        }
        var count = PageCount(info.Text);
        if (count is 0 or > MaxPages)
        {
            yield return Refused(
                1, count == 0 ? RefusalReason.Damaged : RefusalReason.TooLarge, $"pages={count} limit={MaxPages}");
            yield break;
        }
        var images = await LimitedTool.RunAsync("pdfimages", ["-list", "-f", "1", "-l", last, path], stop);
        var pages = PdfPage.Parse(info.Text, images.Text).ToDictionary(p => p.Number);

        // While a page is read, the next one is unpacked.
        var next = UnpackAsync(1);
        try
        {
            for (var number = 1; number <= count; number++)
            {
                var page = await next;
                if (number < count) next = UnpackAsync(number + 1);
                yield return page;
            }
        }
        finally
        {
            await Task.WhenAny(next);
        }

        Task<ScannedPage> UnpackAsync(int number) =>
            !pages.TryGetValue(number, out var page)
                ? Task.FromResult(Refused(number, RefusalReason.Damaged, "pdf_page=unreadable"))
                : PictureAsync(path, page, grey, stop);
    }

    /// <summary>A single page of the PDF.</summary>
    public static async Task<ScannedPage> PageAsync(string path, int number, bool grey, CancellationToken stop)
    {
        var only = number.ToString(CultureInfo.InvariantCulture);
        var info = await LimitedTool.RunAsync("pdfinfo", ["-f", only, "-l", only, path], stop);
        var images = await LimitedTool.RunAsync("pdfimages", ["-list", "-f", only, "-l", only, path], stop);
        return PdfPage.Parse(info.Text, images.Text).FirstOrDefault(p => p.Number == number) is { } page
            ? await PictureAsync(path, page, grey, stop)
            : Failed(number, info);
    }

    private static Task<ScannedPage> PictureAsync(string path, PdfPage page, bool grey, CancellationToken stop) =>
        page.Scan is { } scan ? TakeOutAsync(path, scan, stop) : DrawAsync(path, page, grey, stop);

    private static async Task<bool> EndsAsync(string path, CancellationToken stop)
    {
        using var file = File.OpenHandle(path, options: FileOptions.Asynchronous);
        var tail = new byte[HeadBytes];
        var from = Math.Max(0, RandomAccess.GetLength(file) - tail.Length);
        var read = await RandomAccess.ReadAsync(file, tail, from, stop);
        return tail.AsSpan(0, read).IndexOf("%%EOF"u8) >= 0;
    }

    private static async Task<ScannedPage> TakeOutAsync(string path, PdfImage scan, CancellationToken stop)
    {
        if (IsTooLarge(scan.Width, scan.Height)) return TooManyPixels(scan.Page, scan.Width, scan.Height);
        var folder = Directory.CreateTempSubdirectory("omr-pdf-");
        try
        {
            var page = scan.Page.ToString(CultureInfo.InvariantCulture);
            var result = await LimitedTool.RunAsync(
                "pdfimages", ["-j", "-png", "-f", page, "-l", page, path, Path.Combine(folder.FullName, "scan")], stop);
            var files = folder.GetFiles();
            return result.ExitCode == 0 && files is [var file]
                ? new(scan.Page, await File.ReadAllBytesAsync(file.FullName, stop))
                : Failed(scan.Page, result);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<ScannedPage> DrawAsync(string path, PdfPage page, bool grey, CancellationToken stop)
    {
        var (width, height) = (page.Width * DrawnDpi, page.Height * DrawnDpi);
        if (IsTooLarge(width, height)) return TooManyPixels(page.Number, width, height);
        var number = page.Number.ToString(CultureInfo.InvariantCulture);
        var dpi = DrawnDpi.ToString(CultureInfo.InvariantCulture);
        string[] arguments = ["-r", dpi, "-f", number, "-l", number, "-singlefile", path];
        var result = await LimitedTool.RunAsync("pdftoppm", grey ? ["-gray", .. arguments] : arguments, stop);
        return result.ExitCode == 0 && result.Output.Length > 0
            ? new(page.Number, result.Output)
            : Failed(page.Number, result);
    }

    private static ScannedPage? RefusalOf(ToolResult info) =>
        info.ExitCode == 0 && !info.OverLimit
            ? null
            : info.Error.Contains("Incorrect password", StringComparison.Ordinal)
                ? Refused(1, RefusalReason.Unreadable, "pdf=password")
                : Failed(1, info);

    private static int PageCount(string info) =>
        info.Split('\n').FirstOrDefault(l => l.StartsWith("Pages:", StringComparison.Ordinal)) is { } line
        && int.TryParse(line.AsSpan("Pages:".Length), CultureInfo.InvariantCulture, out var count)
            ? count
            : 0;

    private static bool IsTooLarge(double width, double height) =>
        width > MaxSide || height > MaxSide || width * height > MaxPixels;

    private static ScannedPage TooManyPixels(int page, double width, double height) => Refused(
        page,
        RefusalReason.TooLarge,
        $"width_px={width:F0} height_px={height:F0} limit_side_px={MaxSide} limit_px={MaxPixels}");

    private static ScannedPage Failed(int page, ToolResult result) =>
        result.OverLimit
            ? Refused(page, RefusalReason.TooLarge, $"pdf=over_limit limit_s={LimitedTool.MaxSeconds}")
            : Refused(page, RefusalReason.Damaged, $"exit={result.ExitCode} message=\"{result.Error}\"");

    private static ScannedPage Refused(int page, RefusalReason reason, string evidence) =>
        new(page, default, new(page, reason, evidence));
}
