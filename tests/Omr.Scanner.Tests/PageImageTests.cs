using Omr.Scanner.Pdf;

namespace Omr.Scanner.Tests;

// With the tests that move the process's temporary folder, which unpacking uses.
[Collection(nameof(ScannedPdfTests))]
public sealed class PageImageTests : IDisposable
{
    private readonly TestFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_page_of_a_PDF_is_the_very_image_that_was_read()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "poppler is found by PATH on Linux");
        byte[] light = [.. Enumerable.Repeat((byte)200, 40 * 57)];
        var path = _folder.Write(
            "two.pdf", new TinyPdf().AddGrey(40, 57, new byte[40 * 57]).AddGrey(40, 57, light).AddPage("0 g 100 100 200 200 re f").ToArray());
        var read = new List<byte[]>();
        await foreach (var page in ScannedPdf.PagesAsync(path, grey: true, Stop))
            read.Add(page.Image.ToArray());

        Assert.Equal(3, read.Count);
        for (var page = 1; page <= read.Count; page++)
        {
            var image = await PageImage.LoadAsync(path, page, Stop);
            Assert.Equal(1, image!.Page);
            Assert.Equal(read[page - 1], image.Bytes.ToArray());
        }

        Assert.NotEqual(read[0], read[1]);
        Assert.Null(await PageImage.LoadAsync(path, 4, Stop));
    }

    [Fact]
    public async Task Other_files_are_given_as_they_are()
    {
        var path = _folder.Write("scan.tif", [(byte)'I', (byte)'I', 42, 0]);

        var image = await PageImage.LoadAsync(path, 3, Stop);

        Assert.Equal((3, 4), (image!.Page, image.Bytes.Length));
    }
}
