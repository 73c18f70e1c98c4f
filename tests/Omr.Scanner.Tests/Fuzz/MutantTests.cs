using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Omr.Engine;
using Omr.Scanner.Tests.Workers;
using Omr.Simulator.Encoding;

namespace Omr.Scanner.Tests.Fuzz;

/// <summary>
/// Damaged files of every format through the worker: each ends in readings and refusals. CI sends a part of the corpus;
/// <c>OMR_MUTANTS=5000</c> sends all of it, and any other number or <c>OMR_MUTANT_SEED</c> others.
/// </summary>
public sealed class MutantTests : IDisposable
{
    // PDFs are few, because each takes three of poppler's programs.
    private const int UsualMutants = 1000;
    private const int Batch = 250;

    private static readonly int Mutants = Number("OMR_MUTANTS", UsualMutants);
    private static readonly int Seed = Number("OMR_MUTANT_SEED", 1);

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public Task Damaged_images_end_in_readings_and_refusals() => SendAsync("images", SmallImages(), Mutants, Seed);

    [Fact]
    public async Task Damaged_sheets_end_in_readings_and_refusals()
    {
        ScanFormat[] formats = [ScanFormat.Jpeg, ScanFormat.Png, ScanFormat.Tiff, ScanFormat.TiffG4];
        var sheets = await Task.WhenAll(formats.Select(format => Sheets.MakeAsync(format, 1)));

        await SendAsync("sheets", sheets.ToDictionary(s => $"{Array.IndexOf(sheets, s)}", s => s), Mutants / 10, Seed + 1);
    }

    [Fact]
    public async Task Damaged_PDFs_end_in_readings_and_refusals()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "poppler is found by PATH on Linux");
        var jpeg = SmallImages()["grey.jpg"];

        await SendAsync(
            "pdfs",
            new()
            {
                ["image"] = new TinyPdf().AddJpeg(jpeg, 504, 713).ToArray(),
                ["drawn"] = new TinyPdf().AddPage("0 g 100 100 200 200 re f").AddGrey(504, 713, new byte[504 * 713]).ToArray(),
            },
            Mutants / 40,
            Seed + 2);
    }

    private static Dictionary<string, byte[]> SmallImages([CallerFilePath] string here = "") =>
        Directory.EnumerateFiles(Path.Combine(Path.GetDirectoryName(here)!, "../../../fixtures/mutants"))
            .Where(f => !f.EndsWith(".md", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToDictionary(f => Path.GetFileName(f), File.ReadAllBytes);

    private async Task SendAsync(string what, Dictionary<string, byte[]> seeds, int mutants, int seed)
    {
        var names = seeds.Keys.ToList();
        var mutator = new Mutator([.. seeds.Values], seed);
        var started = Stopwatch.GetTimestamp();
        var reasons = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var broken = new List<string>();
        for (var done = 0; done < mutants;)
        {
            var files = new List<PaperFile>();
            for (; files.Count < Batch && done < mutants; done++)
            {
                var (from, bytes) = mutator.Next();
                var name = $"{what}-{seed}-{done}-{names[from]}";
                files.Add(new(_folder.Write(name, bytes), name));
            }
            var readings = await Worker.ReadAsync(files, jobs: 2);
            Assert.Equal(files, readings.Select(r => r.File));
            foreach (var (reading, page) in readings.SelectMany(r => r.Pages.Select(p => (r, p))))
            {
                var reason = page is Refusal refusal ? refusal.Reason.ToString() : "read";
                reasons[reason] = reasons.GetValueOrDefault(reason) + 1;
                if (page is Refusal { Reason: RefusalReason.DecoderCrashed or RefusalReason.DecoderHung or RefusalReason.Failed } bad)
                    broken.Add($"{Keep(reading.File)}: {bad.Evidence}");
            }
            Assert.All(readings, r => Assert.Equal(Enumerable.Range(1, r.Pages.Length), r.Pages.Select(p => p.Page)));
            foreach (var file in files) File.Delete(file.Path);
        }
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{mutants} mutated {what} in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s; pages: {string.Join(", ", reasons.Select(r => $"{r.Value} {r.Key}"))}"));
        Assert.Equal([], broken);
    }

    // What breaks a decoder is kept beside the program, to become a named fixture.
    private static string Keep(PaperFile file)
    {
        var kept = Path.Combine(AppContext.BaseDirectory, "mutants", file.Name);
        Directory.CreateDirectory(Path.GetDirectoryName(kept)!);
        File.Copy(file.Path, kept, overwrite: true);
        return kept;
    }

    private static int Number(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : usual;
}
