using Omr.Benchmarks.Properties;

namespace Omr.Benchmarks.Tests;

public sealed class RateDifferenceTests
{
    // Worked by hand: rates 6/12 and 2/12, so residuals times 12 are 0, 0, -1, 1 and -1/3, 1/3, 2/3, -2/3; their
    // differences times 36 are 1, -1, -5, 5, of squares 52. Variance 4/3 * 52/36^2 = 13/243, t^2 = (1/9) / (13/243) =
    // 27/13, and three degrees of freedom give 1 - 2/pi (atan(3/sqrt(13)) + sqrt(117)/22) = 0.2451939.
    [Fact]
    public void Variance_is_that_of_the_ratio_estimator_over_sheets()
    {
        var difference = RateDifference.Of([
            (new(1, 2), new(0, 2)), (new(2, 4), new(1, 4)), (new(0, 2), new(1, 2)), (new(3, 4), new(0, 4)),
        ])!.Value;

        Assert.Equal(1.0 / 3, difference.Gap, 12);
        Assert.Equal(Math.Sqrt(13.0 / 243), difference.Error, 12);
        Assert.Equal(0.2451939, difference.P, 7);
        // 3.182446 is the table's point for three degrees of freedom.
        Assert.Equal(3.182446 * Math.Sqrt(13.0 / 243), difference.Reach(0.05), 5);
    }

    // With as many marks in each place of each sheet it is the paired t test: differences 0.2, 0.4, 0, mean 0.2, standard
    // deviation 0.2, error 0.2/sqrt(3).
    [Fact]
    public void Even_sheets_give_the_paired_test()
    {
        var difference = RateDifference.Of([(new(3, 5), new(2, 5)), (new(5, 5), new(3, 5)), (new(1, 5), new(1, 5))])!.Value;

        Assert.Equal(0.2, difference.Gap, 12);
        Assert.Equal(0.2 / Math.Sqrt(3), difference.Error, 12);
    }

    [Fact]
    public void Turns_of_a_mark_that_fare_as_the_mark_tell_no_more()
    {
        (Hits, Hits)[] once = [(new(3, 5), new(2, 5)), (new(5, 5), new(3, 5)), (new(1, 5), new(1, 5))];
        var five = once.Select(s => (new Hits(5 * s.Item1.Count, 25), new Hits(5 * s.Item2.Count, 25))).ToList();

        Assert.Equal(RateDifference.Of(once)!.Value.Error, RateDifference.Of(five)!.Value.Error, 12);
    }

    [Fact]
    public void Sheets_that_fare_alike_in_both_places_show_no_gap()
    {
        var difference = RateDifference.Of([(new(20, 20), new(20, 20)), (new(0, 20), new(0, 20))])!.Value;

        Assert.Equal((0, 0, 1), (difference.Gap, difference.Error, difference.P));
    }

    [Fact]
    public void One_sheet_tells_nothing() => Assert.Null(RateDifference.Of([(new(3, 5), new(2, 5))]));
}
