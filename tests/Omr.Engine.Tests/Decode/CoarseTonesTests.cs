using Omr.Engine.Decode;
using Omr.Engine.Template;

namespace Omr.Engine.Tests.Decode;

/// <summary>What becomes of a scan that has few grey levels. Levels are multiples of 17, as a mode of 16 greys gives.</summary>
public class CoarseTonesTests
{
    private const int Width = 613;
    private const int Height = 701;

    // Paper between two levels: a quarter of its pixels has the upper one, in no order; a black square and steps of all levels on it.
    private static byte Tone(int x, int y) =>
        x is >= 100 and < 140 && y is >= 100 and < 140 ? (byte)0
        : y >= 600 ? (byte)(17 * (x / 39 % 16))
        : (byte)(((x * 7919) ^ (y * 104729)) % 4 == 0 ? 255 : 238);

    [Fact]
    public void Paper_between_two_levels_gets_its_tone_in_every_place()
    {
        using var decoder = new PageDecoder();
        Assert.Null(Assert.Single(decoder.Decode(TestImages.Png(Width, Height, Tone), InkChannel.Grey)));
        var tones = new List<int>();
        for (var y = 200; y < 590; y += 10)
        {
            // Ten pixels' mean, as a bubble's paper is told from a few.
            for (var x = 10; x < 600; x += 20)
                tones.Add(Enumerable.Range(x, 10).Sum(at => decoder.Page.Row(y)[at]) / 10);
        }

        // 238 and a quarter of 17; rounding down costs up to 2.
        Assert.InRange(tones.Average(), 239.5, 242.5);
        Assert.True(tones.Max() - tones.Min() < 17, $"{tones.Min()} to {tones.Max()}");
    }

    [Fact]
    public void What_is_solid_keeps_its_tone_and_edges_stay_within_a_pixel()
    {
        using var decoder = new PageDecoder();
        Assert.Null(Assert.Single(decoder.Decode(TestImages.Png(Width, Height, Tone), InkChannel.Grey)));
        var page = decoder.Page;
        Assert.All(Enumerable.Range(101, 38), at => Assert.Equal(0, page.Row(at)[at]));
        Assert.True(page.Row(120)[98] >= 236 && page.Row(120)[141] >= 236 && page.Row(98)[120] >= 236 && page.Row(141)[120] >= 236);
        for (var x = 1; x < Width - 1; x++)
        {
            if (x / 39 == (x - 1) / 39 && x / 39 == (x + 1) / 39)
                Assert.Equal(Tone(x, Height - 1), page.Row(Height - 1)[x]);
        }
    }

    [Fact]
    public void A_smaller_page_after_it_and_a_larger_one_are_softened_alike()
    {
        using var decoder = new PageDecoder();
        var first = Decode(decoder, Width, Height);
        Decode(decoder, 500, 620);
        Decode(decoder, 2 * Width, 640);
        Assert.Equal(first, Decode(decoder, Width, Height));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(64)]
    public void Black_and_white_and_fine_greys_stay_to_the_very_tone(int levels)
    {
        using var decoder = new PageDecoder();
        Assert.Null(Assert.Single(decoder.Decode(TestImages.Png(Width, Height, Level), InkChannel.Grey)));
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
                Assert.Equal(Level(x, y), decoder.Page.Row(y)[x]);
        }

        byte Level(int x, int y) => (byte)(((x * 31) + (y * 17)) % levels * 255 / (levels - 1));
    }

    private static byte[] Decode(PageDecoder decoder, int width, int height)
    {
        Assert.Null(Assert.Single(decoder.Decode(TestImages.Png(width, height, Tone), InkChannel.Grey)));
        return [.. Enumerable.Range(0, height).SelectMany(y => decoder.Page.Row(y).ToArray())];
    }
}
