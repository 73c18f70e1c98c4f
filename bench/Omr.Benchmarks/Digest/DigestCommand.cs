using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Omr.Benchmarks.Folder;
using Omr.Engine;

namespace Omr.Benchmarks.Digest;

/// <summary>
/// One line a page with everything that its reading says, ink to the bit, and at the end a hash of all lines: run
/// before and after a change that must change nothing.
/// </summary>
internal static class DigestCommand
{
    public const string Usage = "usage: omr bench digest DIR [--template ID|FILE] [--lines FILE]";

    public static int Run(string[] args)
    {
        if (BenchOptions.Parse(args, Usage, new() { ["--lines"] = "" }) is not { } options)
            return 2;
        using var reader = new SheetReader([options.Template]);
        var bytes = new FileBytes();
        var lines = new StringBuilder();
        int read = 0, refused = 0, inks = 0;
        foreach (var file in options.Files)
        {
            foreach (var outcome in reader.Read(bytes.Load(file.Path)))
            {
                lines.Append(Path.GetFileName(file.Path)).Append(' ').AppendLine(Describe(outcome));
                (read, refused, inks) = outcome is SheetReading reading
                    ? (read + 1, refused, inks + reading.Ink.Length)
                    : (read, refused + 1, inks);
            }
        }

        if (options["--lines"] is { Length: > 0 } path)
            File.WriteAllText(path, lines.ToString());
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(lines.ToString())))[..16];
        Console.WriteLine($"{hash}  {read} pages read, {refused} refused, {inks} ink values, {options.Folder}");
        return 0;
    }

    private static string Describe(ReadOutcome outcome)
    {
        if (outcome is not SheetReading reading)
            return outcome.ToString();
        var items = string.Join(' ', reading.Items);
        var ink = string.Join(' ', reading.Ink.Select(i => BitConverter.SingleToUInt32Bits(i).ToString("x8", CultureInfo.InvariantCulture)));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{reading.TemplateId} {reading.Serial} {reading.Identity} {reading.Quality} {reading.MarkThreshold:R} {reading.BlankThreshold:R} {items} {ink}");
    }
}
