using Omr.Engine.Identify;

namespace Omr.Engine.Tests.Identify;

public class IdentityReaderTests
{
    private const string Number = "15050518010015";

    [Theory]
    [InlineData(Number, Number, Number, ReadStatus.Ok, DoubtReason.None)]
    [InlineData(Number, "______________", Number, ReadStatus.Ok, DoubtReason.None)]
    [InlineData("", Number, Number, ReadStatus.Doubtful, DoubtReason.Unconfirmed)]
    [InlineData("C00000043", Number, Number, ReadStatus.Ok, DoubtReason.None)]
    [InlineData("C00000043", "______________", "", ReadStatus.Blank, DoubtReason.None)]
    [InlineData("", "______________", "", ReadStatus.Blank, DoubtReason.None)]
    [InlineData(Number, "1505051801?015", Number, ReadStatus.Doubtful, DoubtReason.Incomplete)]
    [InlineData(Number, "15___________5", Number, ReadStatus.Doubtful, DoubtReason.Incomplete)]
    [InlineData(Number, "1505051801_015", Number, ReadStatus.Doubtful, DoubtReason.Incomplete)]
    [InlineData(Number, "15050518010016", Number + "|15050518010016", ReadStatus.Doubtful, DoubtReason.Conflict)]
    [InlineData(Number, "1________0____", Number + "|1________0____", ReadStatus.Doubtful, DoubtReason.Conflict)]
    [InlineData("150505180100", Number, "150505180100|" + Number, ReadStatus.Doubtful, DoubtReason.Conflict)]
    [InlineData("", "1505051801?015", "1505051801?015", ReadStatus.Doubtful, DoubtReason.Incomplete)]
    [InlineData("C00000043", "1505051801_015", "1505051801_015", ReadStatus.Doubtful, DoubtReason.Incomplete)]
    [InlineData(Number, "", Number, ReadStatus.Ok, DoubtReason.None)]
    public void Barcode_and_bubbles_check_each_other_and_a_conflict_is_kept(
        string barcode, string bubbled, string value, ReadStatus status, DoubtReason doubt)
    {
        var identity = IdentityReader.Compare(barcode, printed: true, Digits(bubbled));
        Assert.Equal((value, status, doubt), (identity.Value, identity.Status, identity.Doubt));
        Assert.Equal((barcode, bubbled), (identity.Barcode, identity.Bubbled));
    }

    [Theory]
    [InlineData(Number, ReadStatus.Ok)]
    [InlineData("1505051801?015", ReadStatus.Doubtful)]
    public void Where_no_barcode_was_printed_certain_bubbles_speak_alone(string bubbled, ReadStatus status) =>
        Assert.Equal(status, IdentityReader.Compare("", printed: false, Digits(bubbled)).Status);

    // Simulated: a neighbour's sheet, whose barcode differs in one digit, and just that digit weak or double.
    [Theory]
    [InlineData("5", ReadStatus.Ok)]
    [InlineData("5|6", ReadStatus.Doubtful)]
    [InlineData("", ReadStatus.Doubtful)]
    [InlineData("6", ReadStatus.Doubtful)]
    [InlineData("6|7", ReadStatus.Doubtful)]
    public void Only_an_uncertain_digit_that_can_be_the_barcodes_alone_confirms_it(string mayBe, ReadStatus status)
    {
        var digits = Digits(Number[..13] + "?");
        digits[13] = new('?', mayBe);
        Assert.Equal(status, IdentityReader.Compare(Number, printed: true, digits).Status);
    }

    [Theory]
    [InlineData("1505051801001")]
    [InlineData("150505180100155")]
    [InlineData("1505051801001A")]
    public void A_barcode_that_can_not_be_a_number_of_the_form_is_not_taken_even_alone(string barcode)
    {
        var identity = IdentityReader.Compare(barcode, printed: true, Digits("______________"));
        Assert.Equal((ReadStatus.Doubtful, DoubtReason.Conflict), (identity.Status, identity.Doubt));
    }

    private static NumberDigit[] Digits(string bubbled) =>
        [.. bubbled.Select(c => new NumberDigit(c, char.IsAsciiDigit(c) ? c.ToString() : ""))];
}
