using Omr.Service.Reconciliation;

namespace Omr.Service.Tests.Reconciliation;

public class NameComparisonTests
{
    [Theory]
    [InlineData("SITI_AMINAH_________", "Siti Aminah, S.Pd.I")]
    [InlineData("ST_AMINAH___________", "Siti Aminah")]
    [InlineData("SITI_A______________", "Siti Aminah")]
    [InlineData("S?TI_AM?NAH_________", "Siti Aminah")]
    [InlineData("SITIAMINAH__________", "Siti Aminah")]
    [InlineData("AMINAH______________", "Siti Aminah")]
    [InlineData("HJ_SITI_AMINAH______", "Siti Aminah")]
    [InlineData("MUH_ALI_NURAINI_____", "Drs. H. Mochammad Ali Nur'aini, M.Pd")]
    [InlineData("MOHAMAD_ALI_________", "M. Ali")]
    [InlineData("ABDURRAHMAN_WAHID_SU", "Abdurrahman Wahid Sulaiman")]
    [InlineData("____________________", "Siti Aminah")]
    [InlineData("", "Siti Aminah")]
    public void A_shortened_name_is_the_same(string bubbled, string registered) =>
        Assert.False(NameComparison.IsOther(new(bubbled), registered));

    [Theory]
    [InlineData("SITI_FATIMAH________", "Siti Aminah")]
    [InlineData("BUDI_SANTOSO________", "Siti Aminah")]
    [InlineData("AMINAH_SITI_________", "Siti Aminah")]
    [InlineData("SITI_AMINAH_ZAHRA___", "Siti Aminah")]
    [InlineData("TS_AMINAH___________", "Siti Aminah")]
    public void Another_name_is_told(string bubbled, string registered) =>
        Assert.True(NameComparison.IsOther(new(bubbled), registered));
}
