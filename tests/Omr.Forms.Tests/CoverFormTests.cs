using Omr.Engine;
using Omr.Engine.Template;
using Omr.Forms.Cover;
using Omr.Forms.Ljk;
using Omr.Forms.Tests.Measuring;

namespace Omr.Forms.Tests;

public class CoverFormTests
{
    private static readonly CoverText Room = new("05-012-003", "180, 220", 24, "15051218020001", "15051218020024");

    [Fact]
    public void The_cover_is_a_sound_form() =>
        Assert.NotNull(TemplateFile.Parse(TemplateFile.Write(CoverForm.Template), out _));

    [Fact]
    public void Among_answer_sheets_a_printed_cover_is_known_and_tells_its_room()
    {
        using var reader = new SheetReader([.. LjkForm.All, CoverForm.Template]);
        var reading = Assert.IsType<SheetReading>(Assert.Single(reader.Read(Scan())));
        Assert.Equal((CoverForm.Id, "05-012-003"), (reading.TemplateId, reading.Serial));
        Assert.All(reading.Items, i => Assert.Equal(ReadStatus.Blank, i.Status));
    }

    [Fact]
    public void It_says_for_people_whose_envelope_it_is()
    {
        var text = Poppler.Texts(CoverForm.Template, [PrintedSheet.CoverOf(Room)])[0];
        foreach (var said in (string[])["SAMPUL AMPLOP LJK", "05-012-003", "180, 220", "24", "15051218020001", "15051218020024", "Nomor segel"])
            Assert.Contains(said, text, StringComparison.Ordinal);
    }

    private static ReadOnlyMemory<byte> Scan() => Poppler.Pictures(CoverForm.Template, [PrintedSheet.CoverOf(Room)], 200)[0].File;
}
