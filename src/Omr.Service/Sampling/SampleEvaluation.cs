using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Omr.Service.Audit;
using Omr.Service.Hosting;
using Omr.Service.Storage;

namespace Omr.Service.Sampling;

/// <summary>Holds a filled form against what the machine had read when the sample was drawn.</summary>
/// <param name="Draw">The draw.</param>
/// <param name="Entry">Its entry in the log.</param>
/// <param name="Draws">All entries that drew from this run; more than one wants an explanation.</param>
/// <param name="Outcome">What came of it.</param>
internal sealed record SampleEvaluation(SampleDraw Draw, long Entry, ImmutableArray<long> Draws, SampleOutcome Outcome)
{
    /// <summary>Evaluates; what stands against it otherwise.</summary>
    public static async Task<(SampleEvaluation? Evaluation, Wording? Problem)> OfAsync(
        string data, IReadOnlyDictionary<long, SecondReading> form, CancellationToken stop)
    {
        await using var store = new Store(DataFolder.DatabaseOf(data));
        using var log = new AuditLog(store.Path);
        var draws = log.Entries().Select(e => AuditEntry.Parse(e.Bytes))
            .Select(e => (Entry: e.Number, Draw: SampleDraw.Of(e)!)).Where(d => d.Draw is not null).ToList();
        foreach (var (entry, draw) in draws)
        {
            var last = await store.ReadAsync(db => db.Runs.Where(r => r.Id == draw.Run).Select(r => r.LastPageId).FirstOrDefaultAsync(stop), stop);
            var frame = await store.ReadAsync(db => SampleFrame.LoadAsync(db, last, stop), stop);
            var sheets = SheetSampler.Draw(draw.Seed, frame.Sheets.Keys, draw.Size);
            if (!form.Keys.ToHashSet().SetEquals(sheets))
                continue;
            if (frame.Digest != draw.Digest)
            {
                return (null, new(
                    $"bacaan mesin di basis data bukan lagi yang ada saat sampel ditarik (entri {entry})",
                    $"the machine's readings in the database aren't those of when the sample was drawn (entry {entry})"));
            }

            return (
                new(
                    draw, entry, [.. draws.Where(d => d.Draw.Run == draw.Run).Select(d => d.Entry)],
                    SampleOutcome.Of(sheets.Select(s => (frame.Sheets[s], form[s])))),
                null);
        }

        return (null, new(
            "lembar di formulir tidak tepat sama dengan sampel mana pun di log; jangan menambah atau membuang baris",
            "the form's sheets aren't exactly those of any draw in the log; add and remove no rows"));
    }
}
