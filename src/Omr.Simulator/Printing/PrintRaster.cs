using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Omr.Simulator.Printing;

/// <summary>Turns printed PDFs into pictures by poppler's <c>pdftoppm</c>, as a process of its own.</summary>
public static class PrintRaster
{
    private const string Tool = "pdftoppm";

    /// <summary>Whether <c>pdftoppm</c> is installed; without it nothing can be simulated.</summary>
    public static bool IsAvailable { get; } = Exists();

    /// <summary>The pages from first to last (from 1), one after the other as they are drawn.</summary>
    /// <exception cref="InvalidOperationException">
    /// pdftoppm isn't installed or failed; the message is one line.
    /// </exception>
    internal static IEnumerable<GreyPicture> Pages(string pdf, int first, int last, int dpi)
    {
        if (!IsAvailable)
            throw new InvalidOperationException("pdftoppm is missing: install poppler-utils.");
        var start = new ProcessStartInfo(Tool)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var word in (string[])["-q", "-gray", "-r", Text(dpi), "-f", Text(first), "-l", Text(last), pdf])
            start.ArgumentList.Add(word);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("pdftoppm did not start.");
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        try
        {
            var output = process.StandardOutput.BaseStream;
            for (var page = first; page <= last; page++)
                yield return ReadPgm(output, dpi);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }

    // P5, width, height and 255, each ended by white space; then the pixels.
    private static GreyPicture ReadPgm(Stream stream, int dpi)
    {
        if (Word(stream) != "P5")
            throw new InvalidOperationException("pdftoppm could not draw the printed form.");
        var (width, height) = (Number(stream), Number(stream));
        if (Number(stream) != 255)
            throw new InvalidOperationException("pdftoppm drew the form with an unexpected depth.");
        var pixels = new byte[width * height];
        stream.ReadExactly(pixels);
        return new(width, height, dpi, pixels);
    }

    private static int Number(Stream stream) => int.Parse(Word(stream), CultureInfo.InvariantCulture);

    private static string Word(Stream stream)
    {
        var word = new StringBuilder();
        for (var next = stream.ReadByte(); next > ' '; next = stream.ReadByte())
            word.Append((char)next);
        return word.ToString();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool Exists() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? Tool + ".exe" : Tool)));
}
