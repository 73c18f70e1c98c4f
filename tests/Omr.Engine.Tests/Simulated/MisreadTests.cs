using Omr.Forms.Ljk;

namespace Omr.Engine.Tests.Simulated;

/// <summary>
/// Sheets of which an item was once read wrong with certainty (fixtures/misreads): it is read right now or left to a person.
/// </summary>
public class MisreadTests
{
    [Theory]
    [InlineData("bold-letter.tif", "jawaban", 38, "A")]
    [InlineData("bold-letter.tif", "nomor_peserta", 3, "3")]
    [InlineData("dithered.tif", "jawaban", 52, "A")]
    [InlineData("thin-threshold.tif", "jawaban", 53, "B")]
    [InlineData("badly-erased.tif", "jawaban", 84, "")]
    [InlineData("high-threshold-corrections.tif", "jawaban", 27, "A")]
    [InlineData("high-threshold-corrections.tif", "jawaban", 57, "E")]
    [InlineData("high-threshold-corrections.tif", "nomor_peserta", 2, "0")]
    [InlineData("handwriting-over-name.jpg", "nama", 15, "")]
    [InlineData("handwriting-over-panel.jpg", "panel", 1, "")]
    [InlineData("handwriting-along-row.jpg", "nama", 15, "")]
    [InlineData("handwriting-along-row.jpg", "nama", 20, "")]
    [InlineData("damp-over-panel.jpg", "panel", 1, "")]
    [InlineData("overexposed.jpg", "kd_mapel", 1, "1")]
    [InlineData("overexposed.jpg", "jawaban", 68, "E")]
    [InlineData("overexposed.jpg", "jawaban", 97, "C")]
    [InlineData("erased-letters.jpg", "nama", 18, "")]
    [InlineData("erased-letters.jpg", "nama", 20, "")]
    [InlineData("light-overfilled.jpg", "jawaban", 25, "B")]
    [InlineData("faint-overfilled.jpg", "jawaban", 35, "E")]
    [InlineData("light-hand-all-filled.jpg", "jawaban", 18, "A|B|C|D")]
    [InlineData("light-hand-all-filled.jpg", "jawaban", 48, "A|B|C|D")]
    [InlineData("slipped-in-feeder.jpg", "nomor_peserta", 8, "3")]
    [InlineData("handwriting-through-name.jpg", "nama", 17, "")]
    [InlineData("handwriting-end-in-name.jpg", "nama", 18, "")]
    [InlineData("handwriting-around-letter.jpg", "nama", 17, "")]
    [InlineData("handwriting-over-two-letters.jpg", "nama", 5, "R")]
    [InlineData("light-hand-part.jpg", "jawaban", 91, "B")]
    [InlineData("light-hand-third-option.jpg", "jawaban", 56, "A|B|C|D")]
    [InlineData("pale-erasure.jpg", "jawaban", 8, "")]
    [InlineData("slipped-through-row.jpg", "nama", 20, "")]
    [InlineData("damp-over-letter.jpg", "nama", 20, "")]
    [InlineData("damp-edge-in-name.jpg", "nama", 7, "")]
    [InlineData("damp-edge-in-name.jpg", "nama", 11, "")]
    [InlineData("all-filled-five.jpg", "jawaban", 51, "A|B|C|D|E")]
    [InlineData("handwriting-ends-beyond.jpg", "nama", 19, "")]
    [InlineData("sixteen-greys.png", "jawaban", 33, "D")]
    [InlineData("sixteen-greys.png", "jawaban", 42, "E")]
    [InlineData("sixteen-greys.png", "jawaban", 48, "D")]
    [InlineData("sixteen-greys.png", "jawaban", 93, "D")]
    public void What_was_misread_is_right_now_or_doubtful(string file, string field, int item, string truth)
    {
        using var reader = new SheetReader([.. LjkForm.All]);
        var outcome = Assert.Single(reader.Read(File.ReadAllBytes(Repository.Path($"fixtures/misreads/{file}"))));
        var reading = Assert.IsType<SheetReading>(outcome);
        var read = Assert.Single(reading.Items, i => i.Field == field && i.Item == item);
        if (read.Status != ReadStatus.Doubtful)
            Assert.Equal((truth, Certain(truth)), (read.Value, read.Status));
    }

    private static ReadStatus Certain(string truth) => truth.Length switch
    {
        0 => ReadStatus.Blank,
        1 => ReadStatus.Ok,
        _ => ReadStatus.Multiple,
    };
}
