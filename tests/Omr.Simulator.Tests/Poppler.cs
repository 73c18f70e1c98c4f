using System.Diagnostics;
using System.Globalization;

namespace Omr.Simulator.Tests;

/// <summary>Poppler's tools as a judge of our files, and a reader of the PGM they draw.</summary>
internal static class Poppler
{
    public static string Run(string tool, params string[] arguments) =>
        System.Text.Encoding.Latin1.GetString(RunBytes(tool, arguments));

    public static (int Width, int Height, byte[] Pixels) Draw(string pdf, int dpi)
    {
        var pgm = RunBytes("pdftoppm", "-gray", "-r", dpi.ToString(CultureInfo.InvariantCulture), pdf);
        var head = System.Text.Encoding.ASCII.GetString(pgm, 0, 20).Split('\n', ' ');
        var (width, height) = (Number(head[1]), Number(head[2]));
        return (width, height, pgm[^(width * height)..]);
    }

    private static byte[] RunBytes(string tool, params string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output.ToArray();
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
