using System.Globalization;
using Omr.Benchmarks.Campaign;
using Omr.Engine;
using Omr.Forms.Ljk;
using Omr.Simulator;
using Omr.Simulator.Encoding;
using Omr.Simulator.Profiles;

namespace Omr.Benchmarks.Properties;

/// <summary>
/// One filled sheet in a hundred files: 25 passes through its scanner, each turned by up to 2 degrees, shifted by up to 2
/// pixels and with noise of its own, in four JPEGs of any quality: two grey, two in colour (4:2:0) whose channels are
/// equal, as a scanner set to colour gives of black print. An item flips when it reads with certainty as one thing here
/// and as another there; that it is doubtful in some of them is allowed, and counted.
/// </summary>
internal sealed class RepeatedScans : IDisposable
{
    public const int Passes = 25;
    public const int Files = Passes * Encodings;
    private const int Encodings = 4;

    // Many weak and odd marks, for those are near the thresholds.
    private static readonly SimulationProfile Profile = CampaignKind.AnyQuality(SimulationProfile.Normal) with
    {
        Marks = new(
            Blank: 0.1, Double: 0.03, Faint: 0.06, Partial: 0.06, Cross: 0.05, Tick: 0.05, Line: 0.03, Dot: 0.03,
            Erased: 0.03, Corrected: 0.1),
    };

    private readonly SheetReader _reader = new([.. LjkForm.All]);
    private readonly SheetMemory _memory = new();

    public void Dispose() => _reader.Dispose();

    public ChunkResult Run(ulong seed, int index)
    {
        var form = LjkForm.All[index % LjkForm.All.Length];
        var sheet = new SheetCase(index, seed, form, Profile, 200, ScanFormat.Jpeg);
        var shelf = new PrintShelf(seed, index);
        var plan = SheetMaker.Plan(sheet, shelf);
        var result = new ChunkResult();
        var seen = new Dictionary<(string, int), Dictionary<string, int>>();
        var again = new Chance(seed, index, Chance.Purpose.Harm);
        var filled = FilledSheet.Of(sheet, plan, shelf.Print(form, sheet.Dpi, spare: false));
        for (var pass = 0; pass < Passes; pass++)
        {
            var picture = filled.Scan(again, _memory);
            for (var encoding = 0; encoding < Encodings; encoding++)
            {
                var (colour, quality) = (encoding % 2 == 1, 40 + again.Below(53));
                var file = colour
                    ? ScanFile.ColourJpeg(picture, picture, picture, quality)
                    : ScanFile.Encode(picture, ScanFormat.Jpeg, bilevel: false, quality);
                var reading = _reader.Read(file).Single() as SheetReading;
                ChunkResult.Add(result.Strata, colour ? "colour" : "grey", new() { Sheets = 1, Refused = reading is null ? 1 : 0 });
                foreach (var item in reading?.Items ?? [])
                {
                    var place = (item.Field, item.Item);
                    var read = item.Status == ReadStatus.Doubtful ? "" : $"{item.Status} {item.Value}";
                    if (!seen.TryGetValue(place, out var reads))
                        seen[place] = reads = [];
                    reads[read] = reads.GetValueOrDefault(read) + 1;
                }
            }
        }

        var truth = plan.Items.ToDictionary(i => (i.Field, i.Item));
        var flips = 0;
        foreach (var ((field, item), reads) in seen)
        {
            var certain = reads.Keys.Count(r => r.Length > 0);
            result.AddReason(certain == 0 ? "always doubtful" : reads.ContainsKey("") ? "certain or doubtful" : "always certain");
            if (certain < 2)
                continue;
            flips++;
            var written = truth[(field, item)];
            result.Findings.Add(new(
                index, "flip", $"{form.Id}", $"{field} {item}", written.Kind.ToString(), written.Value,
                string.Join(", ", reads.Select(r => string.Create(CultureInfo.InvariantCulture, $"{(r.Key.Length == 0 ? "Doubtful" : r.Key)} x{r.Value}"))), -1));
        }

        ChunkResult.Add(result.Strata, form.Id, new()
        {
            Items = seen.Count, Silent = flips, SheetsWrong = Math.Min(1, flips),
            Doubtful = seen.Values.Count(r => r.ContainsKey("")),
        });
        return result;
    }
}
