using Omr.Benchmarks.Campaign;
using Omr.Engine;
using Omr.Engine.Template;
using Omr.Forms.Ljk;
using Omr.Simulator.Encoding;
using Omr.Simulator.Planning;
using Omr.Simulator.Profiles;

namespace Omr.Benchmarks.Properties;

/// <summary>
/// Weak marks in every item of a sheet, and the same sheet four times more with all marks one option further each time:
/// the same hand and paper and scanner, so that what differs between options is the option. Counted by option, by block
/// and by a fifth of the height.
/// </summary>
internal sealed class MarginalMarks : IDisposable
{
    private const int Bands = 5;

    private static readonly FormTemplate Form = LjkForm.All[0];

    private static readonly SimulationProfile Profile = CampaignKind.AnyQuality(SimulationProfile.Normal);

    private readonly SheetReader _reader = new([Form]);
    private readonly SheetMaker _maker = new();

    public void Dispose() => _reader.Dispose();

    public ChunkResult Run(ulong seed, int index)
    {
        var result = new ChunkResult();
        var field = Form.Field("jawaban")!;
        var options = field.Values.Length;
        var rows = field.Blocks[0].Items;
        var shelf = new PrintShelf(seed, index);
        for (var turn = 0; turn < options; turn++)
        {
            var sheet = new SheetCase(index, seed, Form, Profile, 200, ScanFormat.Jpeg)
            {
                Write = (plan, _, chance) => plan with
                {
                    Items = [.. plan.Items.Select(i => i.Field == "jawaban" ? Weak(i.Item, chance.Below(options), chance.Below(3)) : i)],
                },
            };
            var made = _maker.Make(sheet, SheetMaker.Plan(sheet, shelf), shelf);
            if (_reader.Read(made.Bytes).Single() is not SheetReading reading)
            {
                ChunkResult.Add(result.Strata, "sheets", new() { Sheets = 1, Refused = 1 });
                continue;
            }

            ChunkResult.Add(result.Strata, "sheets", new() { Sheets = 1 });
            var truth = made.Truth.Where(t => t.Field == "jawaban").ToDictionary(t => t.Item!.Value, t => t.Value);
            foreach (var item in reading.Items.Where(i => i.Field == "jawaban"))
            {
                var option = truth[item.Item];
                var place = item.Item - 1;
                var what = item.Status switch
                {
                    ReadStatus.Doubtful => "doubtful",
                    ReadStatus.Blank => "blank",
                    _ => item.Value == option ? "ok" : "wrong",
                };
                result.AddReason($"option {option} {what}");
                result.AddReason($"block {(place / rows) + 1} {what}");
                result.AddReason($"height {(place % rows * Bands / rows) + 1} {what}");
            }

            ItemPlan Weak(int item, int option, int kind) => new(
                "jawaban", item, kind switch { 0 => MarkKind.Faint, 1 => MarkKind.Partial, _ => MarkKind.Line },
                [field.Values[(option + turn) % options]]);
        }

        return result;
    }
}
