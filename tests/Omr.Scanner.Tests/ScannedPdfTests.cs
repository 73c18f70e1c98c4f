using System.Diagnostics;
using System.Text;
using Omr.Engine;
using Omr.Scanner.Pdf;

namespace Omr.Scanner.Tests;

// These tests move the process's temporary folder, so no others may run beside them.
[Collection(nameof(ScannedPdfTests))]
[CollectionDefinition(nameof(ScannedPdfTests), DisableParallelization = true)]
public sealed class ScannedPdfTests : IDisposable
{
    private const string BlackSquare = "0 g 100 100 200 200 re f";

    private readonly TestFolder _folder = new();
    private readonly List<byte[]> _images = [];

    public ScannedPdfTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "poppler is found by PATH on Linux");
        Environment.SetEnvironmentVariable("TMPDIR", _folder.Path);
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("TMPDIR", null);
        _folder.Dispose();
    }

    [Fact]
    public async Task A_page_that_is_one_image_gives_that_images_own_bytes()
    {
        var jpeg = await JpegAsync();

        await ReadAsync(new TinyPdf().AddJpeg(jpeg, 827, 1169).ToArray());

        Assert.Equal(jpeg, Assert.Single(_images));
    }

    [Fact]
    public async Task An_image_that_is_packed_without_loss_is_given_pixel_for_pixel_as_PNG()
    {
        await ReadAsync(new TinyPdf().AddGrey(40, 57, new byte[40 * 57]).ToArray());

        // A PNG's header: signature, then IHDR with width, height, 8 bits, grey (PNG specification, 11.2.2).
        Assert.Equal(
            [0x89, .. "PNG\r\n"u8, 0x1a, 0x0a, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 40, 0, 0, 0, 57, 8, 0],
            Assert.Single(_images)[..26]);
    }

    [Fact]
    public async Task A_page_without_an_image_is_drawn_at_300_dpi()
    {
        await ReadAsync(new TinyPdf().AddPage(BlackSquare).ToArray());

        var (width, height, pixels) = Pgm(Assert.Single(_images));
        Assert.Equal((2481, 3508), (width, height));
        Assert.Equal(0, pixels[(width * (height - 800)) + 800]);
        Assert.Equal(255, pixels[(width * 100) + 100]);
    }

    [Fact]
    public async Task A_turned_page_is_drawn_as_a_viewer_shows_it()
    {
        await ReadAsync(new TinyPdf().AddJpeg(await JpegAsync(), 827, 1169, "/Rotate 90").ToArray());

        var (width, height, _) = Pgm(Assert.Single(_images));
        Assert.True(width > height, $"{width} x {height}");
    }

    [Fact]
    public async Task A_page_of_several_images_is_drawn()
    {
        await ReadAsync(new TinyPdf().AddJpeg(await JpegAsync(), 827, 1169, times: 2).ToArray());

        Assert.Equal("P5"u8.ToArray(), Assert.Single(_images)[..2]);
    }

    [Fact]
    public async Task Pages_keep_their_order_and_their_numbers()
    {
        var pdf = new TinyPdf().AddPage(BlackSquare).AddJpeg(await JpegAsync(), 827, 1169).AddPage(BlackSquare);

        var pages = await ReadAsync(pdf.ToArray());

        Assert.Equal([1, 2, 3], pages.Select(p => p.Page));
        Assert.Equal(["P5", "\u00ff\u00d8", "P5"], _images.Select(i => Encoding.Latin1.GetString(i, 0, 2)));
    }

    [Fact]
    public async Task The_signature_may_stand_after_some_junk()
    {
        await ReadAsync([.. new byte[500], .. new TinyPdf().AddPage(BlackSquare).ToArray()]);

        Assert.Equal("P5"u8.ToArray(), Assert.Single(_images)[..2]);
    }

    [Fact]
    public async Task What_is_only_called_pdf_goes_to_the_image_reader()
    {
        await ReadAsync("no pdf"u8.ToArray());

        Assert.Equal("no pdf"u8.ToArray(), Assert.Single(_images));
    }

    [Fact]
    public async Task A_PDF_under_a_password_is_refused()
    {
        var none = new string('0', 64);
        var pdf = new TinyPdf
        {
            TrailerEntries = $"/ID[<{none}><{none}>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{none}>/U<{none}>>>",
        };

        var page = Assert.Single(await ReadAsync(pdf.AddPage(BlackSquare).ToArray()));

        Assert.Equal(new Refusal(1, RefusalReason.Unreadable, "pdf=password"), page);
    }

    [Fact]
    public async Task A_truncated_PDF_is_refused_even_where_some_pages_could_be_rescued()
    {
        var whole = new TinyPdf().AddPage(BlackSquare).AddPage(BlackSquare).ToArray();

        foreach (var part in new[] { 20, whole.Length / 2, whole.Length - 10 })
        {
            var page = Assert.Single(await ReadAsync(whole[..part]));
            Assert.Equal(RefusalReason.Damaged, Assert.IsType<Refusal>(page).Reason);
        }
        Assert.Empty(_images);
    }

    [Fact]
    public async Task A_PDF_of_nothing_but_its_signature_and_end_is_refused()
    {
        var page = Assert.Single(await ReadAsync("%PDF-1.4\n%%EOF\n"u8.ToArray()));

        Assert.Equal(RefusalReason.Damaged, Assert.IsType<Refusal>(page).Reason);
    }

    [Fact]
    public async Task More_pages_than_the_limit_refuse_the_file()
    {
        var pdf = new TinyPdf();
        for (var i = 0; i <= ScannedPdf.MaxPages; i++) pdf.AddPage("");

        var page = Assert.Single(await ReadAsync(pdf.ToArray()));

        Assert.Equal(new Refusal(1, RefusalReason.TooLarge, "pages=501 limit=500"), page);
    }

    [Fact]
    public async Task A_page_or_an_image_of_monstrous_size_is_refused_and_the_next_page_is_read()
    {
        var pdf = new TinyPdf()
            .AddPage(BlackSquare, box: "0 0 14400 14400")
            .AddJpeg(await JpegAsync(), 60000, 60000 * 1169 / 827)
            .AddPage(BlackSquare);

        var pages = await ReadAsync(pdf.ToArray());

        Assert.Equal(
            [(1, RefusalReason.TooLarge), (2, RefusalReason.TooLarge)],
            pages.OfType<Refusal>().Where(r => r.Evidence != "seen").Select(r => (r.Page, r.Reason)));
        Assert.Equal(3, pages[2].Page);
        Assert.Single(_images);
    }

    [Fact]
    public async Task No_folder_is_left_behind()
    {
        await ReadAsync(new TinyPdf().AddJpeg(await JpegAsync(), 827, 1169).ToArray());
        await ReadAsync(new TinyPdf().AddJpeg([1, 2, 3], 827, 1169).ToArray());

        Assert.Empty(Directory.GetDirectories(_folder.Path));
    }

    private async Task<List<ReadOutcome>> ReadAsync(byte[] file)
    {
        await using var reader = new FileReader(image =>
        {
            _images.Add(image.ToArray());
            return [new Refusal(1, RefusalReason.NoContrast, "seen")];
        });
        var path = _folder.Write("scan.pdf", file);
        return [.. (await reader.ReadAsync(new(path, "scan.pdf"), TestContext.Current.CancellationToken)).Pages];
    }

    // 827 x 1169 grey pixels: A4 at 100 dpi.
    private async Task<byte[]> JpegAsync()
    {
        var pdf = _folder.Write("page.pdf", new TinyPdf().AddPage(BlackSquare).ToArray());
        await RunAsync("pdftoppm", "-gray", "-jpeg", "-r", "100", "-singlefile", pdf, Path.Combine(_folder.Path, "page"));
        return await File.ReadAllBytesAsync(Path.Combine(_folder.Path, "page.jpg"), TestContext.Current.CancellationToken);
    }

    private static (int Width, int Height, byte[] Pixels) Pgm(byte[] file)
    {
        var header = Encoding.ASCII.GetString(file, 0, 20).Split((char[])['\n', ' '], 5);
        Assert.Equal(("P5", "255"), (header[0], header[3]));
        var (width, height) = (int.Parse(header[1]), int.Parse(header[2]));
        return (width, height, file[^(width * height)..]);
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
    }
}
