using Omr.Engine.Geometry;
using Omr.Engine.Imaging;
using Omr.Engine.Sample;
using Omr.Engine.Template;

namespace Omr.Engine.Tests.Sample;

public class InkKernelTests
{
    [Theory]
    [InlineData(4.7, 3.4)]
    [InlineData(5.9, 3.4)]
    [InlineData(7.87, 3.4)]
    [InlineData(11.8, 2.95)]
    [InlineData(23.6, 6)]
    public void Sixteen_or_thirty_two_pixels_at_a_time_give_the_same_sum_as_one_at_a_time(double scale, double size)
    {
        var page = Noise(400, 300);
        foreach (var shape in Enum.GetValues<BubbleShape>())
        {
            var mask = Mask(new(shape, size, size * 0.8), new PaperMap(scale, 0, 0, 0, scale, 0, 0, 0));
            for (var x = 150; x < 170; x++)
            {
                var sum = InkKernels.SumScalar(page, mask, x, 140);
                Assert.Equal(sum, InkKernels.SumVector(page, mask, x, 140));
                if (mask.Width % 32 == 0)
                    Assert.Equal(sum, InkKernels.SumWide(page, mask, x, 140));
            }
        }
    }

    [Fact]
    public void A_mask_covers_the_inside_of_the_outline_and_no_more()
    {
        // A circle of 3.4 mm less 0.35 mm all round, at 10 pixels a millimetre: radius 13.5 pixels.
        var mask = Mask(new(BubbleShape.Ellipse, 3.4, 3.4), new PaperMap(10, 0, 0, 0, 10, 0, 0, 0));
        Assert.Equal(27, mask.Height);
        Assert.InRange(mask.Count, 0.97 * Math.PI * 13.5 * 13.5, 1.03 * Math.PI * 13.5 * 13.5);
        Assert.Equal(mask.Count, mask.Bytes.Count((byte)255));
    }

    [Fact]
    public void Columns_that_are_left_out_count_neither_in_the_sum_nor_in_the_number()
    {
        var page = Noise(400, 300);
        var mask = Mask(new(BubbleShape.Rectangle, 3, 3), new PaperMap(8, 0, 0, 0, 8, 0, 0, 0));
        var left = new bool[400];
        left[200] = left[201] = true;
        var (sum, count) = InkKernels.SumWithout(page, mask, 200, 140, left);
        var columns = Enumerable.Range(140 - (mask.Height / 2), mask.Height).Sum(y => page.Row(y)[200] + page.Row(y)[201]);
        Assert.Equal(mask.Count - (2 * mask.Height), count);
        Assert.Equal(InkKernels.Sum(page, mask, 200, 140) - columns, sum);
    }

    private static InkMask Mask(Bubble bubble, PaperMap map)
    {
        var mask = new InkMask();
        mask.Shape(bubble, map);
        return mask;
    }

    private static GrayImage Noise(int width, int height)
    {
        var page = new GrayImage();
        page.Resize(width, height);
        new Random(7).NextBytes(page.Pixels);
        return page;
    }
}
