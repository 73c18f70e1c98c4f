using Omr.Engine.Imaging;
using Omr.Engine.Locate;

namespace Omr.Engine.Tests.Locate;

public class BlobFinderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Dark_rectangles_are_found_where_they_were_drawn_whatever_the_size_of_a_cell(int step)
    {
        var page = White(120, 90);
        Fill(page, 12, 18, 24, 12);
        Fill(page, 60, 6, 6, 60);

        var blobs = new BlobFinder().Find(page, new(0, 0, 120, 90), step, 128).ToArray();

        Assert.Equal(
            [new Blob(60, 6, 66, 66, 360 / (step * step)), new Blob(12, 18, 36, 30, 288 / (step * step))], blobs);
    }

    [Fact]
    public void Arms_that_meet_further_down_are_one_blob()
    {
        var page = White(60, 60);
        Fill(page, 10, 10, 4, 30);
        Fill(page, 30, 10, 4, 30);
        Fill(page, 10, 40, 24, 4);

        var blob = Assert.Single(new BlobFinder().Find(page, new(0, 0, 60, 60), 1, 128).ToArray());

        Assert.Equal(new Blob(10, 10, 34, 44, (2 * 120) + 96), blob);
    }

    [Fact]
    public void A_halftone_is_as_dark_as_its_mean()
    {
        var page = White(40, 40);
        for (var y = 8; y < 24; y++)
        {
            for (var x = 8; x < 24; x++)
                page.Row(y)[x] = (byte)((x + y) % 2 == 0 ? 0 : 255);
        }

        Assert.Equal(new Blob(8, 8, 24, 24, 64), Assert.Single(new BlobFinder().Find(page, new(0, 0, 40, 40), 2, 130).ToArray()));
        Assert.Empty(new BlobFinder().Find(page, new(0, 0, 40, 40), 2, 127).ToArray());
    }

    private static GrayImage White(int width, int height)
    {
        var page = new GrayImage();
        page.Resize(width, height);
        Array.Fill(page.Pixels, (byte)255);
        return page;
    }

    private static void Fill(GrayImage page, int left, int top, int width, int height)
    {
        for (var y = top; y < top + height; y++)
            page.Row(y).Slice(left, width).Clear();
    }
}
