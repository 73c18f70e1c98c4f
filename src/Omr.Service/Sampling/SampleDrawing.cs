using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Omr.Scanner.Intake;
using Omr.Service.Access;
using Omr.Service.Audit;
using Omr.Service.Exports;
using Omr.Service.Hosting;
using Omr.Service.Sheets;
using Omr.Service.Signing;
using Omr.Service.Storage;

namespace Omr.Service.Sampling;

/// <summary>
/// Draws a sample of a scoring run that a signed head covers, writes the draw into the log, and lays out what people need to
/// read the sheets again: the list, an empty form, the scans.
/// </summary>
internal static class SampleDrawing
{
    private const string FormName = "formulir.csv";

    /// <summary>Draws; the draw, or what stands against it.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="run">The run; null for the newest.</param>
    /// <param name="seed">The public seed.</param>
    /// <param name="size">From how many there are to how many are drawn.</param>
    /// <param name="to">The folder to write.</param>
    /// <param name="time">The clock.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task<(SampleDraw? Draw, Wording? Problem)> DrawAsync(
        string data, long? run, string seed, Func<int, long> size, string to, TimeProvider time, CancellationToken stop)
    {
        if (File.Exists(Path.Combine(to, FormName)))
            return (null, new($"{to}: sudah berisi formulir; pilih folder lain", $"{to}: holds a form already; choose another folder"));
        await using var store = new Store(DataFolder.DatabaseOf(data));
        var (found, entry) = await store.ReadAsync(db => RunAsync(db, run, stop), stop);
        if (found is null)
            return (null, new("skoring itu tidak ada", "there is no such scoring run"));
        if (Uncovered(data, entry, stop) is { } problem)
            return (null, problem);
        var frame = await store.ReadAsync(db => SampleFrame.LoadAsync(db, found.LastPageId, stop), stop);
        if (frame.Sheets.Count == 0)
            return (null, new($"skoring {found.Id} tidak memuat lembar terbaca", $"run {found.Id} has no sheets that were read"));
        var wanted = (int)Math.Min(size(frame.Sheets.Count), frame.Sheets.Count);
        var draw = new SampleDraw(found.Id, seed, wanted, frame.Sheets.Count, frame.Digest);
        var sheets = SheetSampler.Draw(seed, frame.Sheets.Keys, wanted);
        var items = sheets.Max(s => AnswerText.Parse(frame.Sheets[s].Answers).Length);
        // In the log first: nobody sees a sample that isn't written down.
        await store.WriteAsync(
            db => AuditTrail.AppendAsync(db, time, Caller.Program, SampleDraw.Act, draw.Subject, after: draw.After, why: seed, stop: stop), stop);
        var list = await LayOutAsync(store, data, sheets, seed, to, stop);
        return FileSet.Write(to, ("sampel.csv", list), (FormName, SampleForm.Write(sheets, items))) is { } fault ? (null, fault) : (draw, null);
    }

    private static async Task<(RunRow? Run, long Entry)> RunAsync(OmrDatabase db, long? number, CancellationToken stop)
    {
        var run = await db.Runs.Where(r => number == null || r.Id == number).OrderByDescending(r => r.Id).FirstOrDefaultAsync(stop);
        var subject = string.Create(CultureInfo.InvariantCulture, $"run {run?.Id}");
        return (run, await db.Audit.Where(a => a.Act == "run.start" && a.Subject == subject).Select(a => a.Id).FirstOrDefaultAsync(stop));
    }

    // The results must be fixed before chance decides which of them are looked at.
    private static Wording? Uncovered(string data, long entry, CancellationToken stop)
    {
        var key = SigningKey.Find(DataFolder.SecretsOf(data));
        var heads = key is null ? HeadSet.None : HeadFolder.Load([DataFolder.HeadsOf(data)], [key.Public]);
        if (entry == 0 || heads.Covering(entry) is null)
        {
            return new(
                "belum ada kepala log bertanda tangan yang memuat skoring itu; layanan menandatanganinya sendiri saat berjalan",
                "no signed head covers that run yet; a running service signs one by itself");
        }

        return AuditVerifier.Verify(DataFolder.DatabaseOf(data), heads, stop).Findings is [var finding, ..]
            ? new($"log audit tidak utuh: {finding.What.Indonesian}", $"the audit log isn't whole: {finding.What.English}")
            : null;
    }

    // The list names scans and rooms, never what was read.
    private static async Task<byte[]> LayOutAsync(
        Store store, string data, IReadOnlyList<long> sheets, string seed, string to, CancellationToken stop)
    {
        var vault = new Vault(Path.Combine(data, "vault"));
        var pictures = Directory.CreateDirectory(Path.Combine(to, "citra")).FullName;
        var rows = new List<string[]>();
        foreach (var sheet in sheets)
        {
            var (page, file, arrival) = await store.ReadAsync(
                async db =>
                {
                    var page = await db.Pages.SingleAsync(p => p.Id == sheet, stop);
                    return (
                        page, await db.Files.SingleAsync(f => f.Id == page.FileId, stop),
                        await db.Arrivals.Where(a => a.FileId == page.FileId).OrderBy(a => a.Id).FirstOrDefaultAsync(stop));
                },
                stop);
            var scan = vault.PathOf(file.Sha256);
            var extension = Extension(await ScanContentType.OfAsync(scan, stop));
            var name = string.Create(CultureInfo.InvariantCulture, $"{rows.Count + 1:D4}-lembar-{sheet}{extension}");
            File.Copy(scan, Path.Combine(pictures, name), overwrite: true);
            File.SetAttributes(Path.Combine(pictures, name), FileAttributes.Normal); // the vault's are read-only
            rows.Add(
            [
                Text(rows.Count + 1), Text(sheet), $"citra/{name}", Text(page.Page), arrival?.Room ?? "", arrival?.Name ?? "", page.Paper,
                SheetSampler.Lot(seed, sheet),
            ]);
        }

        return ReportCsv.Write(["no", "lembar", "citra", "halaman", "ruang", "berkas", "seri", "undian"], rows);
    }

    private static string Extension(string type) => type switch
    {
        "image/jpeg" => ".jpg",
        "image/png" => ".png",
        "image/tiff" => ".tif",
        "image/bmp" => ".bmp",
        "application/pdf" => ".pdf",
        _ => ".pnm",
    };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
