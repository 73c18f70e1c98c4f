using Omr.Engine.Imaging;
using Omr.Engine.Register;

namespace Omr.Engine.Tests.Register;

public class PatchWindowTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(24)]
    [InlineData(34)]
    public void Many_pixels_at_a_time_give_the_same_sums_as_one_at_a_time(int radius)
    {
        var page = new GrayImage();
        page.Resize(200, 150);
        new Random(7).NextBytes(page.Pixels);

        // The last two stand in the page's corners: nothing beyond the buffer may be touched for them.
        (int, int)[] bubbles = [(80, 70), (81, 70), (100, 60), (radius, radius), (199 - radius, 149 - radius)];
        PatchWindow window = new(), oneByOne = new();
        window.Build(page, bubbles, radius);
        oneByOne.BuildScalar(page, bubbles, radius);

        var used = window.Stride * ((2 * radius) + 1);
        Assert.Equal(oneByOne.Sums[..used].ToArray(), window.Sums[..used].ToArray());
        Assert.Equal(
            bubbles.Sum(b => page.Row(b.Item2)[b.Item1]), window.Sums[(radius * window.Stride) + radius]);
    }
}
