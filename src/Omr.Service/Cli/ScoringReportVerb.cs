using Omr.Engine;
using Omr.Engine.Template;
using Omr.Forms.Cairo;
using Omr.Scanner;
using Omr.Service.Diagnostics;

namespace Omr.Service.Cli;

/// <summary><c>omr scoring-report</c>: draws how dark the blank, marked and doubtful bubbles of a pile are.</summary>
internal static class ScoringReportVerb
{
    // 150 dpi: fills a screen and prints well.
    private const double PixelsPerMm = 150 / 25.4;

    /// <summary>The verb with its options.</summary>
    public static Verb Make(Terminal terminal)
    {
        var paths = SharedOptions.Paths(terminal);
        var templates = SharedOptions.Templates(terminal);
        var output = SharedOptions.File(
            "--out", "F.png|F.pdf", terminal.Say("Berkas gambar, PNG atau PDF", "The picture, PNG or PDF"), required: true);
        var jobs = SharedOptions.Jobs(terminal);
        var verb = new Verb(
            "scoring-report",
            terminal.Say(
                "Laporan sebaran hitam bulatan: kosong, terisi, dan ragu dalam satu gambar",
                "Draws how dark the blank, marked and doubtful bubbles of a pile are, as one picture"),
            "omr scoring-report pindai/ --template ljk-ukg-100 --out sebaran.pdf")
        {
            paths, templates, output, jobs,
        };
        verb.SetAction(async (parsed, stop) =>
        {
            var language = terminal.Language;
            if (TemplateChoice.Of(parsed.GetRequiredValue(templates), language, out var problem) is not { } forms
                || PaperChoice.Of(parsed.GetRequiredValue(paths), language, out problem) is not { } files)
            {
                return terminal.Fail(problem);
            }
            var path = parsed.GetRequiredValue(output);
            var extension = Path.GetExtension(path).ToUpperInvariant();
            if (extension is not (".PNG" or ".PDF"))
            {
                return terminal.Fail(terminal.Say(
                    $"{path}: bukan PNG dan bukan PDF; akhiri nama --out dengan .png atau .pdf",
                    $"{path}: neither PNG nor PDF; end the name after --out with .png or .pdf"));
            }
            using var file = OutputFile.Create(path, language, out problem);
            if (file is null) return terminal.Fail(problem);

            var tally = new ReadingTally();
            var ink = await CountAsync(forms, files, parsed.GetValue(jobs), tally, terminal, stop);
            foreach (var line in tally.Say(language)) terminal.Note(line);
            if (ink.Sheets == 0)
            {
                return terminal.Fail(terminal.Say(
                    "tidak ada lembar yang terbaca, jadi tidak ada yang digambar", "no sheet was read, so there is nothing to draw"));
            }
            var chart = new InkChart(ink, tally.Refused, language);
            if (extension == ".PDF") WritePdf(chart, file.Stream, terminal.Say("Sebaran hitam bulatan", "How dark the bubbles are"));
            else WritePng(chart, file.Stream);
            file.Finish();
            return tally.Refused > 0 ? ExitCode.Open : ExitCode.Done;
        });
        return verb;
    }

    private static async Task<InkDistribution> CountAsync(
        IReadOnlyList<FormTemplate> forms,
        IReadOnlyList<PaperFile> files,
        int jobs,
        ReadingTally tally,
        Terminal terminal,
        CancellationToken stop)
    {
        var ink = new InkDistribution();
        var done = 0;
        var reader = new BatchReader(forms, jobs, WorkerProgram.Command, TimeProvider.System);
        await foreach (var reading in reader.ReadAsync(files, stop))
        {
            tally.Add(reading);
            foreach (var sheet in reading.Pages.OfType<SheetReading>())
                ink.Add(sheet, forms.Single(f => f.Id == sheet.TemplateId && f.Version == sheet.TemplateVersion));
            terminal.Progress($"{++done}/{files.Count}");
        }
        return ink;
    }

    private static void WritePdf(InkChart chart, Stream stream, string title)
    {
        using var pdf = new PdfDocument(stream, InkChart.Size, title);
        pdf.Page(chart.Draw);
        pdf.Finish();
    }

    private static void WritePng(InkChart chart, Stream stream)
    {
        using var picture = new PngPicture(
            (int)Math.Round(InkChart.Size.Width * PixelsPerMm),
            (int)Math.Round(InkChart.Size.Height * PixelsPerMm),
            PixelsPerMm);
        picture.Draw(chart.Draw);
        picture.Write(stream);
    }
}
