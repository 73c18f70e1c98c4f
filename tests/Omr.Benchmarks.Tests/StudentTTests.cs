using Omr.Benchmarks.Properties;

namespace Omr.Benchmarks.Tests;

public sealed class StudentTTests
{
    // Two-sided points of the tables that every statistics book has.
    [Theory]
    [InlineData(12.7062, 1, 0.05)]
    [InlineData(4.30265, 2, 0.05)]
    [InlineData(2.57058, 5, 0.05)]
    [InlineData(2.22814, 10, 0.05)]
    [InlineData(2.04227, 30, 0.05)]
    [InlineData(2.75000, 30, 0.01)]
    [InlineData(1.0, 1, 0.5)]
    public void Chance_and_its_inverse_are_those_of_the_tables(double t, int freedom, double chance)
    {
        Assert.Equal(chance, StudentT.TwoSided(t, freedom), 5);
        Assert.Equal(chance, StudentT.TwoSided(-t, freedom), 5);
        Assert.Equal(t, StudentT.Beyond(chance, freedom), 3);
    }

    // By Simpson's rule over the density, 200,000 steps.
    [Theory]
    [InlineData(200, 0.0005735400750)]
    [InlineData(199, 0.0005741206076)]
    public void Chances_far_out_are_those_of_the_integral(int freedom, double chance) =>
        Assert.Equal(chance, StudentT.TwoSided(3.5, freedom), 12);
}
