using Omr.Engine;
using Omr.Scanner.Workers;
using Omr.Simulator.Encoding;

namespace Omr.Scanner.Tests.Workers;

/// <summary>What is read in a worker is what is read in this process, by every value.</summary>
public sealed class SameReadingTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(ScanFormat.Jpeg)]
    [InlineData(ScanFormat.Png)]
    [InlineData(ScanFormat.Tiff)]
    [InlineData(ScanFormat.TiffG4)]
    [InlineData(ScanFormat.Bmp)]
    [InlineData(ScanFormat.Pdf)]
    public async Task A_sheet_of_every_format_reads_alike(ScanFormat format) =>
        Assert.IsType<SheetReading>(Assert.Single(await AlikeAsync(await Sheets.MakeAsync(format, 1))));

    [Fact]
    public async Task The_pages_of_a_TIFF_read_alike_the_refused_ones_too()
    {
        var sheet = await Sheets.MakeAsync(ScanFormat.Jpeg, 1);
        var torn = sheet[..(sheet.Length / 2)];

        var pages = await AlikeAsync(JpegTiff.Of(sheet, torn, await Sheets.MakeAsync(ScanFormat.Jpeg, 2)));

        Assert.Equal([typeof(SheetReading), typeof(Refusal), typeof(SheetReading)], pages.Select(p => p.GetType()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("bukan gambar")]
    [InlineData("P5\n600 600\n255\n")]
    [InlineData("%PDF-1.4\n%%EOF\n")]
    public async Task Refusals_are_alike(string file) =>
        Assert.IsType<Refusal>(Assert.Single(await AlikeAsync(System.Text.Encoding.UTF8.GetBytes(file))));

    [Fact]
    public async Task A_file_that_is_gone_is_refused_alike()
    {
        var gone = new PaperFile(Path.Combine(_folder.Path, "gone"), "gone");

        Assert.Equal(RefusalReason.Unreadable, Assert.IsType<Refusal>(Assert.Single(await AlikeAsync(gone))).Reason);
    }

    [Fact]
    public void A_message_that_is_cut_or_goes_on_is_nonsense()
    {
        var message = OutcomeMessage.Write(new(), new Refusal(3, RefusalReason.Damaged, "format=png")).ToArray();
        var payload = message[MessageWriter.HeaderBytes..];

        Assert.Equal(new Refusal(3, RefusalReason.Damaged, "format=png"), OutcomeMessage.Read(payload));
        for (var length = 0; length < payload.Length; length++)
            Assert.Throws<InvalidDataException>(() => OutcomeMessage.Read(payload.AsSpan(0, length)));
        Assert.Throws<InvalidDataException>(() => OutcomeMessage.Read([.. payload, 0]));
    }

    [Fact]
    public async Task No_change_of_one_byte_of_a_message_is_an_unknown_exception()
    {
        var file = new PaperFile(_folder.Write("a", await Sheets.MakeAsync(ScanFormat.Jpeg, 1)), "a");
        var reading = (await LocalAsync(file))[0];
        var payload = OutcomeMessage.Write(new(), reading).ToArray()[MessageWriter.HeaderBytes..];
        var refused = 0;

        Outcomes.AssertEqual(reading, OutcomeMessage.Read(payload));
        for (var at = 0; at < payload.Length; at++)
        {
            var changed = (byte[])payload.Clone();
            changed[at] ^= 0x81;
            var exception = Record.Exception(() => OutcomeMessage.Read(changed));
            Assert.True(exception is null or InvalidDataException, $"byte {at}: {exception}");
            refused += exception is null ? 0 : 1;
        }

        Assert.InRange(refused, 300, payload.Length);
    }

    private Task<IReadOnlyList<ReadOutcome>> AlikeAsync(byte[] file) => AlikeAsync(new PaperFile(_folder.Write("sheet", file), "sheet"));

    private static async Task<IReadOnlyList<ReadOutcome>> AlikeAsync(PaperFile file)
    {
        var local = await LocalAsync(file);
        var crossed = Assert.Single(await Worker.ReadAsync([file])).Pages;

        Assert.Equal(local.Count, crossed.Length);
        foreach (var (one, other) in local.Zip(crossed)) Outcomes.AssertEqual(one, other);
        return local;
    }

    private static async Task<IReadOnlyList<ReadOutcome>> LocalAsync(PaperFile file)
    {
        await foreach (var reading in new BatchReader([Sheets.Form], 1).ReadAsync([file], TestContext.Current.CancellationToken))
            return reading.Pages;
        throw new InvalidOperationException("no reading");
    }
}
