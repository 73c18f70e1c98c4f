using Omr.Engine;

namespace Omr.Scanner.Tests.Workers;

/// <summary>Compares outcomes by every value that they hold: a record compares its arrays by reference.</summary>
internal static class Outcomes
{
    public static void AssertEqual(ReadOutcome expected, ReadOutcome actual)
    {
        if (expected is not SheetReading one)
        {
            Assert.Equal(expected, actual);
            return;
        }
        var other = Assert.IsType<SheetReading>(actual);
        Assert.Equal(one.Items, other.Items);
        Assert.Equal(one.Ink.Select(BitConverter.SingleToInt32Bits), other.Ink.Select(BitConverter.SingleToInt32Bits));
        Assert.Equal(one with { Items = [], Ink = [] }, other with { Items = [], Ink = [] });
    }
}
