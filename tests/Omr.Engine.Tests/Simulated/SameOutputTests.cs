using System.Text.Json;
using Omr.Simulator.Encoding;
using Omr.Simulator.Profiles;

namespace Omr.Engine.Tests.Simulated;

public class SameOutputTests
{
    [Fact]
    public async Task Any_number_of_readers_in_any_order_give_the_same_readings_to_the_byte()
    {
        var settings = Rehearsal.Settings(SimulationProfile.Normal, 21);
        var sheets = await Rehearsal.Make(settings, Rehearsal.Plan(settings, 8));
        using var one = new SheetReader([settings.Template]);
        var alone = sheets.Select(s => Json(one, s.Bytes)).ToArray();

        var together = new string[sheets.Count];
        Parallel.For(
            0,
            sheets.Count,
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            () => new SheetReader([settings.Template]),
            (i, _, reader) =>
            {
                together[sheets.Count - 1 - i] = Json(reader, sheets[sheets.Count - 1 - i].Bytes);
                return reader;
            },
            reader => reader.Dispose());
        Assert.Equal(alone, together);
    }

    [Fact]
    public async Task A_reading_stays_as_it_was_when_the_next_page_is_read()
    {
        var settings = Rehearsal.Settings(SimulationProfile.Clean, 22, ScanFormat.Png);
        var sheets = await Rehearsal.Make(settings, Rehearsal.Plan(settings, 2));
        using var reader = new SheetReader([settings.Template]);
        var first = Assert.Single(reader.Read(sheets[0].Bytes));
        var before = JsonSerializer.Serialize(first, first.GetType());
        _ = Assert.Single(reader.Read(sheets[1].Bytes));
        Assert.Equal(before, JsonSerializer.Serialize(first, first.GetType()));
    }

    private static string Json(SheetReader reader, ReadOnlyMemory<byte> file)
    {
        var outcome = Assert.Single(reader.Read(file));
        return JsonSerializer.Serialize(outcome, outcome.GetType());
    }
}
