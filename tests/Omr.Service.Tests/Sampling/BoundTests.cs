using Omr.Service.Sampling;

namespace Omr.Service.Tests.Sampling;

/// <summary>The figures of RELIABILITY.md section 9, which were computed by other programs.</summary>
public class BoundTests
{
    [Theory]
    [InlineData(29_956, 1e-4)]
    [InlineData(299_572, 1e-5)]
    [InlineData(2_995_731, 1e-6)]
    [InlineData(29_957_322, 1e-7)]
    public void So_many_without_an_error_are_needed_for_that_rate(long trials, double rate)
    {
        Assert.True(RateBound.Upper(0, trials) < rate);
        Assert.False(RateBound.Upper(0, trials - 1) < rate);
    }

    [Theory]
    [InlineData(0, 2.996)]
    [InlineData(1, 4.744)]
    [InlineData(2, 6.296)]
    [InlineData(3, 7.754)]
    [InlineData(4, 9.154)]
    public void With_errors_the_bound_is_that_constant_over_a_large_number(long errors, double constant) =>
        Assert.Equal(constant, RateBound.Upper(errors, 10_000_000) * 10_000_000, 3);

    [Theory]
    // Of the beta distribution: 95th percentile of Beta(c + 1, n - c), worked out by hand where it has a closed form.
    [InlineData(0, 10, 0.258866)] // 1 - 0.05^(1/10)
    [InlineData(9, 10, 0.994884)] // 0.95^(1/10)
    [InlineData(1, 2, 0.974679)] // sqrt(0.95)
    [InlineData(2, 2, 1)]
    public void In_small_samples_the_bound_is_exact(long errors, long trials, double bound) =>
        Assert.Equal(bound, RateBound.Upper(errors, trials), 6);

    [Theory]
    [InlineData(1_000, 10, 258)]
    [InlineData(10_000, 10, 2_588)]
    [InlineData(10_000, 100, 294)]
    [InlineData(100_000, 100, 2_950)]
    [InlineData(100_000, 1_000, 298)]
    [InlineData(1_000_000, 1_000, 2_990)]
    public void A_sample_of_that_size_finds_one_of_so_many_bad_sheets(long lot, long bad, long sample)
    {
        Assert.Equal(sample, LotBound.Needed(lot, bad));
        // And the other way round: none found in it leaves fewer than that many possible.
        Assert.True(LotBound.Upper(lot, sample, 0) < bad);
        Assert.True(LotBound.Upper(lot, sample - 1, 0) >= bad);
    }

    [Theory]
    [InlineData(20, 20, 0, 0)]
    [InlineData(20, 20, 3, 3)]
    [InlineData(20, 19, 0, 0)] // one bad sheet is among the 19 in 95 of 100 draws
    [InlineData(20, 18, 0, 1)]
    [InlineData(2, 1, 0, 1)]
    [InlineData(2, 1, 1, 2)]
    public void In_small_lots_the_bound_is_exact(long lot, long sample, long bad, long most) =>
        Assert.Equal(most, LotBound.Upper(lot, sample, bad));

    [Theory]
    [InlineData(20, 1, 19)]
    [InlineData(10, 1, 10)]
    [InlineData(1, 1, 1)]
    public void A_small_lot_may_have_to_be_read_as_a_whole(long lot, long bad, long sample) =>
        Assert.Equal(sample, LotBound.Needed(lot, bad));
}
