using System.Diagnostics;
using System.Runtime.Intrinsics;
using System.Text.Json;
using Omr.Simulator.Encoding;
using Omr.Simulator.Profiles;

namespace Omr.Engine.Tests.Simulated;

/// <summary>
/// Whatever instructions the processor has, the readings are the same to the byte: this test program reads the same
/// sheets once more as a process of its own in which .NET may not use them.
/// </summary>
public class SameKernelsTests
{
    private const string Folder = "OMR_TEST_SHEETS";

    [Theory]
    [InlineData("DOTNET_EnableHWIntrinsic", 0)]
    [InlineData("DOTNET_EnableAVX", 128)]
    [InlineData("DOTNET_EnableAVX2", 128)]
    [InlineData("DOTNET_EnableAVX512", 256)]
    public async Task Readings_do_not_depend_on_the_width_of_the_vectors(string switchedOff, int mostBits)
    {
        var settings = Rehearsal.Settings(SimulationProfile.Normal, 23);
        var folder = Directory.CreateTempSubdirectory("omr-kernels-");
        try
        {
            foreach (var format in (ScanFormat[])[ScanFormat.Jpeg, ScanFormat.TiffG4])
            {
                foreach (var sheet in await Rehearsal.Make(settings with { Format = format }, Rehearsal.Plan(settings, 3)))
                    await File.WriteAllBytesAsync(Path.Combine(folder.FullName, sheet.FileName), sheet.Bytes, TestContext.Current.CancellationToken);
            }

            Readings(folder.FullName, "here.txt");
            await ReadElsewhere(folder.FullName, switchedOff);
            var (here, there) = (await Lines(folder, "here.txt"), await Lines(folder, "there.txt"));
            Assert.Equal(here[1..], there[1..]);
            Assert.True(int.Parse(there[0], null) <= mostBits, $"the other process still had vectors of {there[0]} bits");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact(Explicit = true)]
    public void Reads_the_folder_that_another_process_names()
    {
        if (Environment.GetEnvironmentVariable(Folder) is { } folder)
            Readings(folder, "there.txt");
    }

    private static async Task ReadElsewhere(string folder, string switchedOff)
    {
        var program = Path.Combine(
            AppContext.BaseDirectory, "Omr.Engine.Tests" + (OperatingSystem.IsWindows() ? ".exe" : ""));
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true };
        foreach (var word in (string[])["--filter-method", $"*{nameof(Reads_the_folder_that_another_process_names)}", "--explicit", "only"])
            start.ArgumentList.Add(word);
        start.Environment[Folder] = folder;
        start.Environment[switchedOff] = "0";
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, said);
    }

    // The first line is the width of the vectors in bits, then a line for each file.
    private static void Readings(string folder, string name)
    {
        using var reader = new SheetReader([Rehearsal.Form("ljk-ukg-100")]);
        var bits = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256
            : Vector128.IsHardwareAccelerated ? 128 : 0;
        List<string> lines = [bits.ToString((IFormatProvider?)null)];
        foreach (var path in Directory.GetFiles(folder, "0*").Order(StringComparer.Ordinal))
        {
            var outcome = Assert.Single(reader.Read(File.ReadAllBytes(path)));
            lines.Add(JsonSerializer.Serialize(outcome, outcome.GetType()));
        }

        File.WriteAllLines(Path.Combine(folder, name), lines);
    }

    private static Task<string[]> Lines(DirectoryInfo folder, string name) =>
        File.ReadAllLinesAsync(Path.Combine(folder.FullName, name), TestContext.Current.CancellationToken);
}
