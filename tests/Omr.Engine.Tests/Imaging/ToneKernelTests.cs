using System.Runtime.Intrinsics;
using Omr.Engine.Imaging;

namespace Omr.Engine.Tests.Imaging;

public class ToneKernelTests
{
    [Fact]
    public void Runs_of_any_length_give_the_same_many_at_a_time_as_one_at_a_time()
    {
        var tones = Noise(400);
        for (var length = 0; length < 70; length++)
        {
            var run = tones.AsSpan(length, length);
            Assert.Equal(ToneKernels.SumScalar(run), ToneKernels.Sum(run));

            var (sums, sumsOneByOne) = (new ushort[length], new ushort[length]);
            var (counts, countsOneByOne) = (new byte[length], new byte[length]);
            foreach (var shift in (int[])[0, 1, 100])
            {
                ToneKernels.AddTo(sums, tones.AsSpan(shift, length));
                ToneKernels.AddToScalar(sumsOneByOne, tones.AsSpan(shift, length));
                ToneKernels.CountBelow(counts, tones.AsSpan(shift, length), 130);
                ToneKernels.CountBelowScalar(countsOneByOne, tones.AsSpan(shift, length), 130);
            }

            var (means, meansOneByOne) = (new byte[length], new byte[length]);
            ToneKernels.Halve(means, tones.AsSpan(0, 2 * length), tones.AsSpan(150, 2 * length));
            ToneKernels.HalveScalar(meansOneByOne, tones.AsSpan(0, 2 * length), tones.AsSpan(150, 2 * length));
            Assert.Equal(meansOneByOne, means);
            Assert.Equal(ToneKernels.SumAboveScalar(run, 100), ToneKernels.SumAbove(run, 100));
            foreach (var limit in (int[])[-1, 0, 100, 254, 255, 300])
            {
                Assert.Equal(ToneKernels.CountAboveScalar(run, limit), ToneKernels.CountAbove(run, limit));
                var (marks, marksOneByOne) = (new byte[length], new byte[length]);
                ToneKernels.MarkUpTo(marks, run, limit);
                ToneKernels.MarkUpToScalar(marksOneByOne, run, limit);
                Assert.Equal(marksOneByOne, marks);
            }

            foreach (var lighter in (int[])[-30, 0, 7])
            {
                var (darker, darkerOneByOne) = (run.ToArray(), run.ToArray());
                ToneKernels.Darken(darker, tones.AsSpan(5, length), lighter);
                ToneKernels.DarkenScalar(darkerOneByOne, tones.AsSpan(5, length), lighter);
                Assert.Equal(darkerOneByOne, darker);
            }

            Assert.Equal(sumsOneByOne, sums);
            Assert.Equal(countsOneByOne, counts);
        }
    }

    [Fact]
    public void A_long_run_of_white_is_summed_without_overflow()
    {
        var white = new byte[10_000];
        Array.Fill(white, byte.MaxValue);
        Assert.Equal(255 * 10_000, ToneKernels.Sum(white));
    }

    [Fact]
    public void The_ranked_tone_is_the_one_that_sorting_finds()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            // Few different tones on every second round, so that equal ones are met.
            var tones = Noise(32, seed);
            if (seed % 2 == 0)
                tones = [.. tones.Select(t => (byte)(t & 0xE0))];
            var sorted = tones.Order().ToArray();
            for (var rank = 0; rank < 32; rank++)
            {
                Assert.Equal(sorted[rank], ToneKernels.Ranked(Vector256.Create<byte>(tones), rank));
                Assert.Equal(
                    tones.Count(t => t < sorted[rank]), ToneKernels.CountBelow(Vector256.Create<byte>(tones), sorted[rank]));
            }
        }
    }

    private static byte[] Noise(int length, int seed = 3)
    {
        var noise = new byte[length];
        new Random(seed).NextBytes(noise);
        return noise;
    }
}
