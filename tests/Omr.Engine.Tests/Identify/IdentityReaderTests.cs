using Omr.Engine.Identify;

namespace Omr.Engine.Tests.Identify;

public class IdentityReaderTests
{
    private const string Number = "15050518010015";

    [Theory]
    [InlineData(Number, Number, Number, ReadStatus.Ok, DoubtReason.None)]
    [InlineData(Number, "______________", Number, ReadStatus.Ok, DoubtReason.None)]
    [InlineData("", Number, Number, ReadStatus.Ok, DoubtReason.None)]
    [InlineData("C00000043", Number, Number, ReadStatus.Ok, DoubtReason.None)]
    [InlineData("C00000043", "______________", "", ReadStatus.Blank, DoubtReason.None)]
    [InlineData("", "______________", "", ReadStatus.Blank, DoubtReason.None)]
    [InlineData(Number, "1505051801?015", Number, ReadStatus.Ok, DoubtReason.None)]
    [InlineData(Number, "15___________5", Number, ReadStatus.Doubtful, DoubtReason.Incomplete)]
    [InlineData(Number, "15050518010016", Number + "|15050518010016", ReadStatus.Doubtful, DoubtReason.Conflict)]
    [InlineData(Number, "1________0____", Number + "|1________0____", ReadStatus.Doubtful, DoubtReason.Conflict)]
    [InlineData("150505180100", Number, "150505180100|" + Number, ReadStatus.Doubtful, DoubtReason.Conflict)]
    [InlineData("", "1505051801?015", "1505051801?015", ReadStatus.Doubtful, DoubtReason.Incomplete)]
    [InlineData("C00000043", "1505051801_015", "1505051801_015", ReadStatus.Doubtful, DoubtReason.Incomplete)]
    [InlineData(Number, "", Number, ReadStatus.Ok, DoubtReason.None)]
    public void Barcode_and_bubbles_check_each_other_and_a_conflict_is_kept(
        string barcode, string bubbled, string value, ReadStatus status, DoubtReason doubt)
    {
        var identity = IdentityReader.Compare(barcode, bubbled);
        Assert.Equal((value, status, doubt), (identity.Value, identity.Status, identity.Doubt));
        Assert.Equal((barcode, bubbled), (identity.Barcode, identity.Bubbled));
    }
}
