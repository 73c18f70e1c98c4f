using Omr.Engine;
using Omr.Engine.Template;
using Omr.Forms.Ljk;
using Omr.Simulator.Encoding;
using Omr.Simulator.Planning;
using Omr.Simulator.Truth;

namespace Omr.Benchmarks.Campaign;

/// <summary>
/// Makes a sheet, reads it among all forms and counts. An item counts as a silent error when it was read with certainty
/// (ok, blank, multiple) as something else than what is on the paper, and an identity when it was accepted and isn't the
/// sheet's. A 1-bit threshold or an overexposure can leave nothing of a weak mark: when an item misses only marks of which the
/// scan holds less than a pencil's dot, which people take for no answer, it is counted as lost in the scan instead.
/// That is told from the simulator's pictures alone and for every way of marking alike.
/// </summary>
internal sealed class SheetTrial : IDisposable
{
    // Square millimetres of black, of the 9.1 of a bubble: a dot of 0.56 mm, the middle of those that the simulator
    // draws as MarkKind.Dot.
    private const double LeastInk = 0.25;

    // What "goes to verifikasi, never silent" by DOMAIN.md section 4, however surely it could be read.
    private static readonly string[] ForPeople = [$"{MarkKind.Faint}", $"{MarkKind.Erased}", $"{MarkKind.Double}"];

    private readonly SheetReader _reader = new([.. LjkForm.All]);
    private readonly Dictionary<string, SheetReader> _others = [];
    private readonly SheetMaker _maker = new();

    public void Dispose()
    {
        _reader.Dispose();
        foreach (var reader in _others.Values)
            reader.Dispose();
    }

    /// <summary>Makes, reads and counts one sheet.</summary>
    public ChunkResult Run(SheetCase sheet, PrintShelf shelf)
    {
        var plan = SheetMaker.Plan(sheet, shelf);
        var made = _maker.Make(sheet, plan, shelf);
        var result = new ChunkResult();
        var outcome = Reader(sheet).Read(made.Bytes).Single();
        if (outcome is not SheetReading reading)
        {
            var refusal = (Refusal)outcome;
            result.AddReason($"refused {refusal.Reason}");
            result.Findings.Add(Finding("refused", "", "", "", $"{refusal.Reason} {refusal.Evidence}", -1));
            return Counted(new() { Sheets = 1, Refused = 1 });
        }

        if (reading.TemplateId != sheet.Template.Id)
        {
            result.Findings.Add(Finding("silent", "form", "", sheet.Template.Id, reading.TemplateId, -1));
            return Counted(new() { Sheets = 1, SheetsWrong = 1, Items = 1, Silent = 1 });
        }

        var doubts = new List<(string Kind, string Reason)>();
        var items = reading.Items.ToDictionary(i => (i.Field, (int?)i.Item));
        foreach (var truth in made.Truth)
        {
            var (kind, tally) = truth.Item is null
                ? ("identity", Identity(truth, reading.Identity))
                : (truth.Kind.ToString(), Item(truth, items[(truth.Field, truth.Item)]));
            ChunkResult.Add(result.Kinds, kind + (sheet.Format == ScanFormat.TiffG4 ? ", 1-bit" : ""), tally);
        }

        foreach (var cause in doubts.CountBy(d => d))
        {
            var alone = cause.Value == doubts.Count ? 1 : 0;
            result.Causes[$"{sheet.Profile.Name}|{cause.Key.Kind}|{cause.Key.Reason}"] = new(cause.Value, 1, alone);
        }

        var sum = result.Kinds.Values.Aggregate(new Tally(), (a, b) => a + b);
        return Counted(sum with
        {
            Sheets = 1,
            SheetsInDoubt = sum.Doubtful > 0 ? 1 : 0,
            SheetsInOtherDoubt = doubts.Exists(d => !ForPeople.Contains(d.Kind)) ? 1 : 0,
            SheetsWrong = sum.Silent > 0 ? 1 : 0,
        });

        ChunkResult Counted(Tally tally)
        {
            ChunkResult.Add(result.Strata, sheet.Stratum, tally);
            if (made.JpegQuality is { } quality)
                ChunkResult.Add(result.Qualities, Qualities(quality), tally);
            return result;
        }

        Tally Identity(TruthRow truth, IdentityReading read)
        {
            if (read.Barcode != plan.Sheet.Identity)
                result.AddReason(read.Barcode.Length == 0 ? "barcode unread" : "barcode misread");
            if (read.Status == ReadStatus.Blank)
                result.AddReason("identity Blank");
            if (read.Status == ReadStatus.Doubtful)
                result.AddReason($"identity {read.Doubt}");
            if (read.Status is ReadStatus.Blank or ReadStatus.Doubtful)
            {
                doubts.Add(("identity", $"{read.Doubt}"));
                return new() { Items = 1, Doubtful = 1 };
            }

            if (read.Value == truth.Value)
                return new() { Items = 1 };
            result.Findings.Add(Finding("silent", "identity", "", truth.Value, read.ToString(), -1));
            return new() { Items = 1, Silent = 1 };
        }

        Tally Item(TruthRow truth, ItemReading read)
        {
            var bubbles = sheet.Template.Field(truth.Field)!.Values.Length;
            var tally = new Tally { Items = 1, Positions = bubbles };
            if (read.Status == ReadStatus.Doubtful)
            {
                result.AddReason($"doubtful {read.Doubt}");
                doubts.Add(($"{truth.Kind}", $"{read.Doubt}"));
                return tally with { Doubtful = 1 };
            }

            if (read.Value == truth.Value)
                return tally;
            var ink = MissingInk(truth, read);
            var lost = ink is >= 0 and < LeastInk;
            result.Findings.Add(Finding(
                lost ? "lost" : "silent", $"{truth.Field} {truth.Item}", truth.Kind.ToString(), truth.Value,
                $"{read.Status} {read.Value}", ink));
            return lost ? tally with { Lost = 1 } : tally with { Silent = 1 };
        }

        // The most that is left of a mark that wasn't read; -1 when the error isn't only that marks are missing.
        double MissingInk(TruthRow truth, ItemReading read)
        {
            var (there, seen) = (truth.Value.Split('|'), read.Value.Split('|', StringSplitOptions.RemoveEmptyEntries));
            var missing = there.Except(seen).Where(v => v.Length > 0).ToList();
            return missing.Count == 0 || seen.Except(there).Any()
                ? -1
                : missing.Max(v => _maker.SurvivingInk(sheet, plan, shelf, truth.Field, truth.Item!.Value, v));
        }

        SheetFinding Finding(string what, string place, string kind, string truth, string read, double ink) =>
            new(sheet.Index, what, $"{sheet.Template.Id}, {sheet.Stratum}", place, kind, truth, read, Math.Round(ink, 3));
    }

    // The range of qualities that a quality is counted in: 40 to 92 in four of about the same width.
    private static string Qualities(int quality) => quality switch
    {
        < 40 => "below 40",
        < 53 => "40 to 52",
        < 66 => "53 to 65",
        < 79 => "66 to 78",
        _ => "79 to 92",
    };

    // An LJK is read among all of them, a form of the campaign's own by itself.
    private SheetReader Reader(SheetCase sheet)
    {
        var form = sheet.Template;
        if (form.Ink == InkChannel.Grey && LjkForm.Describes(form))
            return _reader;
        var name = $"{form.Id} {form.Ink}";
        if (!_others.TryGetValue(name, out var reader))
            _others[name] = reader = new([form]);
        return reader;
    }

    /// <summary>
    /// Makes one sheet again and puts its picture and truth into a folder; says where in the picture each item stands that
    /// was read as something else.
    /// </summary>
    public void Keep(SheetCase sheet, PrintShelf shelf, string folder)
    {
        var made = _maker.Make(sheet, SheetMaker.Plan(sheet, shelf), shelf);
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, made.FileName), made.Bytes.ToArray());
        File.WriteAllText(Path.Combine(folder, Path.ChangeExtension(made.FileName, ".truth.csv")), TruthFile.Text(made.Truth));
        if (Reader(sheet).Read(made.Bytes).Single() is not SheetReading reading)
        {
            Console.WriteLine($"{made.FileName} refused");
            return;
        }

        var truth = made.Truth.Where(t => t.Item is not null).ToDictionary(t => (t.Field, t.Item!.Value));
        foreach (var item in reading.Items)
        {
            var row = truth.GetValueOrDefault((item.Field, item.Item));
            if (row is not null && row.Value != item.Value && item.Status != ReadStatus.Doubtful)
                Console.WriteLine($"{made.FileName} {item.Field}-{item.Item} {row.Kind} '{row.Value}' reads {item.Status} '{item.Value}' {item.Crop}");
        }
    }
}
