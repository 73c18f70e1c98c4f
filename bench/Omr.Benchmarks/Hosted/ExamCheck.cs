using System.Text.Json;
using Omr.Service.Access;
using Omr.Service.Rehearsal;

namespace Omr.Benchmarks.Hosted;

/// <summary>
/// Holds what a service tells at the end against the simulator's truth: one score for each participant, every score
/// that of the paper, and each room's sheets accounted for.
/// </summary>
internal sealed class ExamCheck(ServiceRehearsal callers, ExamTruth truth, IReadOnlyDictionary<string, List<string>> rooms)
{
    /// <summary>Whether everything is as it must be.</summary>
    public bool Holds { get; private set; } = true;

    /// <summary>Starts a scoring run, asks, and tells what came out, a line each.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(IReadOnlyList<string> files, CancellationToken stop)
    {
        var (run, problem) = await callers.OrderAsync("admin", Role.Admin, "/api/v1/scoring-runs", new { alasan = "bench" }, stop);
        if (problem is not null)
            throw new InvalidOperationException(problem);
        return [.. await ScoresAsync(files, run.GetProperty("id").GetInt64(), stop), await RoomsAsync(stop), await FindingsAsync(stop)];
    }

    private async Task<IEnumerable<string>> ScoresAsync(IReadOnlyList<string> files, long run, CancellationToken stop)
    {
        var told = new List<JsonElement>();
        for (string? cursor = ""; cursor is not null;)
        {
            var part = await callers.AskAsync("auditor", Role.Auditor, $"/api/v1/scores?run={run}&limit=1000&cursor={cursor}", stop);
            told.AddRange(part.GetProperty("isi").EnumerateArray());
            cursor = part.GetProperty("berikutnya").GetString();
        }

        var people = rooms.Values.Sum(r => r.Count);
        var once = told.GroupBy(Number, StringComparer.Ordinal).Count(g => g.Count() == 1);
        var fileOf = files.ToDictionary(truth.NumberOf, StringComparer.Ordinal);
        var scored = told.Where(s => Status(s) == "DN").ToList();
        var other = scored.Where(s => !fileOf.TryGetValue(Number(s), out var file) || s.GetProperty("nilai").GetDecimal() != truth.ScoreOf(file)).ToList();
        foreach (var wrong in other.Take(20))
            Console.WriteLine($"score: {wrong} instead of {(fileOf.TryGetValue(Number(wrong), out var file) ? truth.ScoreOf(file) : "none")}");
        Holds &= once == people && told.Count == people && other.Count == 0;
        var held = told.Where(s => Status(s) != "DN").GroupBy(Status).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count()}");
        return
        [
            $"Participants with exactly one row in the scoring run: {once} of {people}.",
            $"Scored by an undoubted reading: {scored.Count}; of these **{other.Count}** have another score than the one worked out from `truth.csv` by a plain loop.",
            $"Not scored, by status: {string.Join(", ", held)}.",
        ];
    }

    // A sheet without an owner yet (refused, unclear, unknown number) is missed at its owner's seat, and in nothing else.
    private async Task<string> RoomsAsync(CancellationToken stop)
    {
        var (balanced, waiting, off) = (0, 0, 0);
        foreach (var room in rooms.Keys)
        {
            var told = await callers.AskAsync("auditor", Role.Auditor, $"/api/v1/rooms/{room.Replace('-', '/')}/reconciliation", stop);
            int Sheets(string name) => told.GetProperty("lembar").GetProperty(name).GetInt32();
            int Count(string name) => told.GetProperty("jumlah").GetProperty(name).GetInt32();
            var loose = Count("ditolak") + Count("takJelas") + Count("takDikenal");
            var isWhole = Sheets("tercetak") == rooms[room].Count && Sheets("tercetak") == Sheets("dibagikan")
                && Sheets("dibagikan") - Sheets("terpindai") == loose
                && Sheets("terpindai") == Sheets("dinilai") + Sheets("diparkir") + Sheets("tidakHadir");
            if (!isWhole)
                Console.WriteLine($"room {room}: {told.GetProperty("lembar")} with {loose} sheets without an owner");
            (balanced, waiting, off) = !isWhole ? (balanced, waiting, off + 1) : loose == 0 ? (balanced + 1, waiting, off) : (balanced, waiting + 1, off);
        }

        Holds &= off == 0;
        return $"Rooms in which printed = issued = scanned = scored + parked + absent: {balanced} of {rooms.Count}; off by just the sheets that have no owner yet (refused, number unclear or unknown): {waiting}; off otherwise: **{off}**.";
    }

    private async Task<string> FindingsAsync(CancellationToken stop)
    {
        var province = await callers.AskAsync("auditor", Role.Auditor, "/api/v1/reconciliation", stop);
        var open = province.GetProperty("temuan").EnumerateArray().Where(c => c.GetProperty("terbuka").GetInt32() > 0)
            .Select(c => $"{c.GetProperty("kode")} {c.GetProperty("terbuka")}");
        return $"Findings that are open, for people to decide: {string.Join(", ", open)}.";
    }

    private static string Number(JsonElement score) => score.GetProperty("nomorPeserta").GetString()!;

    private static string Status(JsonElement score) => score.GetProperty("status").GetString()!;
}
