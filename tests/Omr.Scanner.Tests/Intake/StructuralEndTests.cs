using System.Runtime.CompilerServices;
using Omr.Scanner.Intake;

namespace Omr.Scanner.Tests.Intake;

/// <summary>A file that is not whole is known by its format, in every format that scanners write.</summary>
public class StructuralEndTests
{
    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Samples()).Where(f => !f.EndsWith(".md", StringComparison.Ordinal)).Select(f => Path.GetFileName(f)!)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_whole_file_is_complete(string name) => Assert.Equal(FileEnd.Complete, Of(Bytes(name)));

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_of_which_a_part_is_written_is_not(string name)
    {
        var whole = Bytes(name);
        for (var part = 1; part < 100; part++)
        {
            var length = whole.Length * part / 100;
            Assert.True(Of(whole[..length]) != FileEnd.Complete, $"{name}: {length} of {whole.Length} bytes");
        }
    }

    [Theory]
    [InlineData("grey.jpg")]
    [InlineData("progressive.jpg")]
    [InlineData("grey.png")]
    [InlineData("g4.tif")]
    [InlineData("jpeg.tif")]
    public void Nor_is_one_whose_length_was_reserved_before_it_was_written(string name)
    {
        var whole = Bytes(name);
        for (var part = 1; part < 95; part += 2)
        {
            var reserved = new byte[whole.Length + 8192];
            whole.AsSpan(0, whole.Length * part / 100).CopyTo(reserved);
            Assert.True(Of(reserved) != FileEnd.Complete, $"{name}: {part} %");
        }
    }

    [Fact]
    public void A_thumbnail_that_ends_does_not_end_its_JPEG()
    {
        var whole = Bytes("grey.jpg");
        byte[] thumbnail = [0xFF, 0xE1, 0x00, 0x08, 0xFF, 0xD8, 0xFF, 0xDA, 0xFF, 0xD9];
        byte[] withThumbnail = [.. whole[..2], .. thumbnail, .. whole[2..]];

        Assert.Equal(FileEnd.Complete, Of(withThumbnail));
        Assert.Equal(FileEnd.Missing, Of(withThumbnail[..(withThumbnail.Length / 2)]));
        Assert.Equal(FileEnd.Missing, Of(withThumbnail[..14]));
    }

    [Fact]
    public void What_a_scanner_program_adds_after_the_end_does_no_harm()
    {
        Assert.Equal(FileEnd.Complete, Of([.. Bytes("grey.jpg"), .. new byte[512]]));
        Assert.Equal(FileEnd.Complete, Of([.. Bytes("grey.png"), 0x0D, 0x0A]));
    }

    [Fact]
    public void A_PDF_ends_with_its_trailer()
    {
        var pdf = new TinyPdf().AddJpeg(Bytes("grey.jpg"), 504, 713).ToArray();

        Assert.Equal(FileEnd.Complete, Of(pdf));
        Assert.Equal(FileEnd.Missing, Of(pdf[..(pdf.Length - 10)]));
    }

    [Fact]
    public void Of_what_is_no_picture_nothing_is_said()
    {
        Assert.Equal(FileEnd.Unknown, Of([]));
        Assert.Equal(FileEnd.Unknown, Of("nomor_peserta;nama"u8.ToArray()));
        Assert.Equal(FileEnd.Unknown, Of(new byte[100_000]));
    }

    private static FileEnd Of(byte[] bytes)
    {
        using var file = new MemoryStream(bytes);
        return StructuralEnd.Of(file);
    }

    private static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Samples(), name));

    private static string Samples([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../fixtures/mutants"));
}
