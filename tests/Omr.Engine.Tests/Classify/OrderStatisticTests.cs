using Omr.Engine.Classify;

namespace Omr.Engine.Tests.Classify;

public class OrderStatisticTests
{
    [Fact]
    public void The_value_at_a_rank_is_the_one_that_sorting_finds()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            // Few different values on every second round, so that equal ones are met; in order, or from the end, on some.
            var random = new Random(seed);
            float[] values = [.. Enumerable.Range(0, 1 + random.Next(60)).Select(_ => seed % 2 == 0 ? random.Next(5) : random.NextSingle())];
            if (seed % 5 == 0)
                Array.Sort(values);
            if (seed % 10 == 0)
                Array.Reverse(values);
            float[] sorted = [.. values.Order()];
            var rank = random.Next(values.Length);

            Assert.Equal(sorted[rank], OrderStatistic.Select(values, rank));

            Assert.Equal(sorted, values.Order());
            Assert.Equal(sorted[..rank], values[..rank].Order());
        }
    }
}
