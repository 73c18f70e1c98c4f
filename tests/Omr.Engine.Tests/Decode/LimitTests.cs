using System.Buffers.Binary;
using System.Text;
using Omr.Engine.Decode;
using Omr.Engine.Template;

namespace Omr.Engine.Tests.Decode;

/// <summary>Files that ask for more than the limits allow are refused by their headers, and say by which limit.</summary>
public class LimitTests
{
    private const int ShortType = 3;
    private const int LongType = 4;

    [Theory]
    [InlineData("P5\n10001 600\n255\n")]
    [InlineData("P4 # a comment\n600 # another\n10001\n")]
    [InlineData("P6 9000 9000 255 ")]
    [InlineData("P2\n99999999999999999999 600\n255\n")]
    public void A_PNM_that_claims_too_much_is_refused(string header) =>
        Assert.Equal(RefusalReason.TooLarge, Refuse(Encoding.ASCII.GetBytes(header)).Reason);

    [Theory]
    [InlineData("P5")]
    [InlineData("P5\n#")]
    [InlineData("P5\n600 x\n255\n")]
    public void A_PNM_without_a_size_is_refused_as_damaged(string header) =>
        Assert.Equal(RefusalReason.Damaged, Refuse(Encoding.ASCII.GetBytes(header + "\n")).Reason);

    [Theory]
    [InlineData(1, 500_000_000)]
    [InlineData(500_000_000, -600)]
    [InlineData(9_000, -9_000)]
    public void A_BMP_that_claims_too_much_is_refused(int width, int height)
    {
        var file = new byte[60];
        "BM"u8.CopyTo(file);
        file[14] = 40;
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(18), width);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(22), height);

        Assert.Equal(RefusalReason.TooLarge, Refuse(file).Reason);
    }

    [Fact]
    public void A_sequential_JPEG_whose_components_come_in_80_000_scans_is_refused()
    {
        byte[] frame = [0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, 4, 0, 4, 0, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0];
        byte[] scan = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 0, 0];

        Assert.Equal("scans=80000 limit=100", Refuse([.. frame, .. Enumerable.Repeat(scan, 80_000).SelectMany(s => s)]).Evidence);
    }

    [Fact]
    public void A_JPEG_that_hides_its_frame_behind_a_stuffed_byte_is_refused_as_damaged()
    {
        // Behind FF 00 libjpeg looks for the next marker, here a frame of 65535 x 65535.
        byte[] hidden = [0xFF, 0xD8, 0xFF, 0x00, 0, 14, 0xFF, 0xC0, 0, 11, 8, 0xFF, 0xFF, 0xFF, 0xFF, 1, 1, 0x11, 0];
        byte[] shown = [0xFF, 0xC0, 0, 11, 8, 4, 0, 4, 0, 1, 1, 0x11, 0, 0xFF, 0xD9];

        Assert.Equal(RefusalReason.Damaged, Refuse([.. hidden, .. shown]).Reason);
    }

    [Fact]
    public void A_TIFF_of_501_pages_is_refused_before_one_is_decoded() =>
        Assert.Equal(
            new(1, RefusalReason.TooLarge, "pages>500"), Refuse(TestImages.BitTiff(8, 8, (_, _) => true, pages: 501)));

    [Fact]
    public void Each_page_of_a_TIFF_has_its_own_limits()
    {
        var file = TestImages.BitTiff(600, 600, (x, _) => x % 2 == 0, pages: 3);
        var second = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(8 + 2 + (9 * 12)));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(second + 2 + 8), 40_000);

        using var decoder = new PageDecoder();
        var pages = decoder.Decode(file, InkChannel.Grey).ToList();

        Assert.Equal([null, RefusalReason.TooLarge, null], pages.Select(p => p?.Reason));
        Assert.Equal("width_px=40000 height_px=600 limit_side_px=10000 limit_px=40000000", pages[1]!.Evidence);
    }

    [Fact]
    public void A_TIFF_whose_chain_of_pages_runs_in_a_circle_ends_with_one_refusal()
    {
        var file = TestImages.BitTiff(600, 600, (x, _) => x % 2 == 0, pages: 2);
        var second = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(8 + 2 + (9 * 12)));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(second + 2 + (9 * 12)), 8);

        using var decoder = new PageDecoder();
        var pages = decoder.Decode(file, InkChannel.Grey).ToList();

        Assert.Equal(3, pages.Count);
        Assert.Equal(new(3, RefusalReason.Damaged, "format=tiff directory=loop"), pages[2]);
    }

    [Fact]
    public void Pages_before_the_first_one_wanted_are_not_given()
    {
        var file = TestImages.BitTiff(600, 600, (x, _) => x % 2 == 0, pages: 3);
        using var decoder = new PageDecoder();

        Assert.Single(decoder.Decode(file, InkChannel.Grey, first: 3));
        Assert.Empty(decoder.Decode(file, InkChannel.Grey, first: 4));
        Assert.Empty(decoder.Decode(TestImages.Pgm(600, 600, (_, _) => 9), InkChannel.Grey, first: 2));
    }

    public static TheoryData<string, RefusalReason, (int Tag, int Type, uint Count, uint Value)[]> Bombs => new()
    {
        // 3.6 GB of strips' lengths.
        { "tag=279", RefusalReason.Damaged, [(279, LongType, 900_000_000, 200)] },
        { "tag=273", RefusalReason.Damaged, [(273, LongType, 0x3FFFFFFF, 8)] },
        { "tile_width_px=1048576", RefusalReason.TooLarge, [(322, LongType, 1, 1 << 20), (323, LongType, 1, 1 << 20)] },
        { "bits=64", RefusalReason.UnknownFormat, [(258, ShortType, 1, 64)] },
        { "samples=60000", RefusalReason.UnknownFormat, [(277, ShortType, 1, 60_000)] },
        { "compression=34712", RefusalReason.UnknownFormat, [(259, ShortType, 1, 34_712)] },
        { "picture_bytes=320000000", RefusalReason.TooLarge, [(256, LongType, 1, 8_000), (257, LongType, 1, 5_000), (258, ShortType, 1, 16), (277, ShortType, 1, 4)] },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_TIFF_whose_tags_ask_for_too_much_is_refused_by_its_tags(
        string evidence, RefusalReason reason, (int Tag, int Type, uint Count, uint Value)[] tags)
    {
        var refusal = Refuse(Tiff(tags));

        Assert.Equal(reason, refusal.Reason);
        Assert.Contains(evidence, refusal.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void The_JPEG_inside_a_TIFF_has_limits_too()
    {
        byte[] huge = [0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, 0xFF, 0xFF, 0xFF, 0xFF, 1, 1, 0x11, 0, 0xFF, 0xD9];
        byte[] many = [0xFF, 0xD8, 0xFF, 0xC2, 0, 11, 8, 4, 0, 4, 0, 1, 1, 0x11, 0, .. Enumerable.Repeat<byte[]>([0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 0, 0], 101).SelectMany(s => s)];

        Assert.StartsWith("width_px=65535", Refuse(WithStrip(huge)).Evidence, StringComparison.Ordinal);
        Assert.Equal("scans=101 limit=100", Refuse(WithStrip(many)).Evidence);
    }

    private static byte[] WithStrip(byte[] strip)
    {
        var head = Tiff((259, ShortType, 1, 7), (273, LongType, 1, 0), (279, LongType, 1, (uint)strip.Length));
        var at = head.AsSpan().IndexOf((byte[])[0x11, 0x01, LongType, 0]);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(at + 8), head.Length);
        return [.. head, .. strip];
    }

    // One directory of 600 x 600 pixels of one bit, with these tags instead of or besides the usual ones.
    private static byte[] Tiff(params (int Tag, int Type, uint Count, uint Value)[] tags)
    {
        (int Tag, int Type, uint Count, uint Value)[] usual =
            [(256, LongType, 1, 600), (257, LongType, 1, 600), (258, ShortType, 1, 1), (259, ShortType, 1, 1), (262, ShortType, 1, 0)];
        var all = tags.Concat(usual).DistinctBy(t => t.Tag).OrderBy(t => t.Tag).ToList();
        var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write("II*\0"u8);
        writer.Write(8);
        writer.Write((short)all.Count);
        foreach (var (tag, type, count, value) in all)
        {
            writer.Write((short)tag);
            writer.Write((short)type);
            writer.Write(count);
            writer.Write(value);
        }

        writer.Write(0);
        return file.ToArray();
    }

    private static Refusal Refuse(byte[] file)
    {
        using var decoder = new PageDecoder();
        return Assert.Single(decoder.Decode(file, InkChannel.Grey))!;
    }
}
