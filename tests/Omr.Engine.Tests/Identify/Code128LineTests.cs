using Omr.Engine.Identify;

namespace Omr.Engine.Tests.Identify;

/// <summary>Widths of bars and spaces by hand from the published table; the check of 12345 is worked out in Forms' tests.</summary>
public class Code128LineTests
{
    // Start C, 12, 34, code B, 5, check 54, stop.
    private const string Number12345 = "211232" + "112232" + "131123" + "114131" + "213212" + "311123" + "2331112";

    // Start B, 1, 2, 3, 4, check (104 + 17 + 2x18 + 3x19 + 4x20 = 294 = 2 x 103 + 88), stop.
    private const string Number1234InB = "211214" + "123221" + "223211" + "221132" + "221231" + "421211" + "2331112";

    [Theory]
    [InlineData(Number12345, "12345")]
    [InlineData(Number1234InB, "1234")]
    public void A_whole_line_tells_its_number_in_either_code_set(string widths, string number) =>
        Assert.Equal(number, Code128Line.Read(Edges(widths)));

    [Theory]
    [InlineData(0.4)]
    [InlineData(-0.4)]
    public void Ink_that_spread_or_shrank_by_a_part_of_a_module_does_no_harm(double spread) =>
        Assert.Equal("12345", Code128Line.Read(Edges(Number12345, (i, at) => at + (i % 2 == 0 ? -spread / 2 : spread / 2))));

    [Fact]
    public void A_line_beside_the_symbol_does_no_harm() =>
        Assert.Equal("12345", Code128Line.Read([-40, -37.5, .. Edges(Number12345)]));

    [Fact]
    public void A_bar_scraped_to_half_its_width_is_not_read() =>
        Assert.Null(Code128Line.Read(Edges(Number12345, (i, at) => i == 8 ? at + 0.5 : at)));

    [Fact]
    public void A_whole_line_with_another_check_is_not_read() =>
        Assert.Null(Code128Line.Read(Edges(Number12345.Replace("311123", "311321", StringComparison.Ordinal))));

    [Fact]
    public void A_serial_is_no_number() => // start B, C, code C, 00 00 00 43, check 80, stop
        Assert.Null(Code128Line.Read(Edges(
            "211214" + "131321" + "113141" + "212222" + "212222" + "212222" + "112331" + "111242" + "2331112")));

    [Fact]
    public void A_symbol_cut_off_is_not_read() => Assert.Null(Code128Line.Read(Edges(Number12345).AsSpan(..^8)));

    private static double[] Edges(string widths, Func<int, double, double>? change = null)
    {
        var at = 10.0;
        double[] edges = [at, .. widths.Select(w => at += 3.15 * (w - '0'))];
        return change is null ? edges : [.. edges.Select((e, i) => 3.15 * change(i, e / 3.15))];
    }
}
