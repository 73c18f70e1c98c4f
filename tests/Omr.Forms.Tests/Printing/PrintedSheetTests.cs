using Omr.Forms.Tests.Measuring;

namespace Omr.Forms.Tests.Printing;

public class PrintedSheetTests
{
    [Fact]
    public void The_bar_code_says_the_participants_number_or_the_spares_serial()
    {
        Assert.Equal("15050118010015", PrintedLjk.Sheet.Identity);
        Assert.Equal("C00000043", PrintedSheet.Spare("00000043").Identity);
        Assert.Equal("", PrintedSheet.Blank.Identity);
    }

    [Theory]
    [InlineData("")]
    [InlineData("42")]
    [InlineData("000000042")]
    [InlineData("0000004A")]
    [InlineData("٠٠٠٠٠٠٤٢")]
    public void A_serial_has_eight_digits(string serial)
    {
        Assert.Throws<ArgumentException>(() => PrintedSheet.Spare(serial));
        Assert.Throws<ArgumentException>(() => PrintedSheet.Personal(serial, PrintedLjk.Person));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1505\n")]
    [InlineData("1505é")]
    public void A_number_must_be_printable_as_a_bar_code(string number) =>
        Assert.Throws<ArgumentException>(
            () => PrintedSheet.Personal("00000042", PrintedLjk.Person with { Number = number }));
}
