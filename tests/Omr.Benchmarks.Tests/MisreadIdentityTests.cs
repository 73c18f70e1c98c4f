using System.Runtime.CompilerServices;
using Omr.Benchmarks.Campaign;
using Omr.Engine;

namespace Omr.Benchmarks.Tests;

/// <summary>Identity blocks whose number was once accepted and wrong (fixtures/misreads): a person decides now.</summary>
public class MisreadIdentityTests
{
    [Theory]
    [InlineData("barcode-scratched.jpg", DoubtReason.Unconfirmed)]
    [InlineData("barcode-flaked.jpg", DoubtReason.Unconfirmed)]
    [InlineData("swapped-under-stain.jpg", DoubtReason.Incomplete)]
    [InlineData("swapped-digits-lost-1.tif", DoubtReason.Incomplete)]
    [InlineData("swapped-digits-lost-2.tif", DoubtReason.Incomplete)]
    [InlineData("swapped-digits-lost-3.tif", DoubtReason.Incomplete)]
    public void A_number_that_was_wrong_is_left_to_a_person(string file, DoubtReason doubt)
    {
        using var reader = new SheetReader([IdentityForm.Template]);
        var outcome = Assert.Single(reader.Read(File.ReadAllBytes(Path.Combine(Misreads(), file))));
        var identity = Assert.IsType<SheetReading>(outcome).Identity;
        Assert.Equal((ReadStatus.Doubtful, doubt), (identity.Status, identity.Doubt));
    }

    private static string Misreads([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "../../fixtures/misreads");
}
