using Omr.Forms.Symbols;

namespace Omr.Forms.Tests.Symbols;

/// <summary>Values and check characters are worked out by hand from the published table.</summary>
public class Code128Tests
{
    [Fact]
    public void An_even_run_of_digits_goes_two_to_a_character()
    {
        // 105 + 1x15 + 2x5 + 3x1 + 4x18 + 5x1 + 6x0 + 7x15 = 315 = 3 x 103 + 6
        Assert.Equal([105, 15, 5, 1, 18, 1, 0, 15, 6, 106], Code128.Values("15050118010015"));
    }

    [Fact]
    public void An_odd_run_ends_with_one_digit_in_code_set_B()
    {
        // 105 + 1x12 + 2x34 + 3x100 + 4x21 = 569 = 5 x 103 + 54
        Assert.Equal([105, 12, 34, 100, 21, 54, 106], Code128.Values("12345"));
    }

    [Fact]
    public void A_spares_letter_stands_in_code_set_B_before_its_digits()
    {
        // 104 + 1x35 + 2x99 + 6x43 = 595 = 5 x 103 + 80
        Assert.Equal([104, 35, 99, 0, 0, 0, 43, 80, 106], Code128.Values("C00000043"));
    }

    [Fact]
    public void The_published_example_PJJ123C_has_its_published_check()
    {
        // Start A gives 54 (the example as published), start B counts one more.
        Assert.Equal([104, 48, 42, 42, 17, 18, 19, 35, 55, 106], Code128.Values("PJJ123C"));
    }

    [Fact]
    public void A_short_run_of_digits_between_letters_stays_in_code_set_B()
    {
        Assert.Equal([104, 33, 17, 18, 19, 20, 34], Code128.Values("A1234B")[..7]);
        Assert.Equal([104, 33, 99, 12, 34, 56, 100, 34], Code128.Values("A123456B")[..8]);
    }

    [Theory]
    [InlineData("00", "211232 212222 222221 2331112")]
    [InlineData("A", "211214 111323 131123 2331112")]
    public void Bars_and_spaces_are_those_of_the_table(string text, string startCharacterCheckStop)
    {
        // The check of "00" is 105 mod 103 = 2, that of "A" (value 33) is 137 mod 103 = 34.
        Assert.Equal(
            startCharacterCheckStop.Replace(" ", "", StringComparison.Ordinal), string.Concat(Code128.Encode(text)));
    }

    [Fact]
    public void Every_character_is_11_modules_of_which_an_even_number_is_black()
    {
        for (var c = ' '; c <= '~'; c++)
        {
            var widths = Code128.Encode(c.ToString());
            Assert.Equal(11 + 11 + 11 + 13, widths.Sum());
            Assert.Equal(0, (widths[6] + widths[8] + widths[10]) % 2);
        }
    }
}
