using Omr.Simulator.Encoding;
using Omr.Simulator.Profiles;

namespace Omr.Engine.Tests.Simulated;

/// <summary>Two rates always together: nothing is read wrong with certainty, and little is left to people.</summary>
public class AcceptanceTests(ITestOutputHelper output)
{
    // A barcode that can't be read leaves its number to a person, however well the digits are bubbled (2 of 240).
    // Of a normal room's numbers: a digit that may be two goes to a person (DOMAIN.md D06).
    private const double MostDoubtfulNumbers = 0.02;

    [Theory]
    [InlineData("clean", ScanFormat.Jpeg, 240, 0.005)]
    [InlineData("normal", ScanFormat.Jpeg, 240, 0.02)]
    [InlineData("clean", ScanFormat.TiffG4, 48, 0.005)]
    public async Task Simulated_sheets_are_read_without_a_silent_error_and_few_doubts(
        string profile, ScanFormat format, int sheets, double mostDoubtful)
    {
        var settings = Rehearsal.Settings(SimulationProfile.Named(profile)!, seed: 20_261_123, format);
        var tally = await Rehearsal.Read(settings, Rehearsal.Plan(settings, sheets));
        Figures.Say(output, tally.Summary($"simulated {profile}, {format}, 200 dpi"));
        Assert.Equal([], tally.Silent);
        Assert.Equal(0, tally.Refused);
        foreach (var number in tally.DoubtfulIdentities)
            output.WriteLine(number);
        Assert.Equal(sheets, tally.Identities + tally.DoubtfulIdentities.Count);
        Assert.True(
            tally.DoubtfulIdentities.Count <= MostDoubtfulNumbers * sheets,
            $"{tally.DoubtfulIdentities.Count} numbers are left to a person");
        Assert.True(tally.DoubtfulShare <= mostDoubtful, $"{tally.DoubtfulShare:P2} of the items are doubtful");
    }
}
