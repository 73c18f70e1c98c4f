using System.Diagnostics;
using System.Globalization;

namespace Omr.Benchmarks.Campaign;

/// <summary>
/// Says how far a campaign is: on a terminal a line that is written over every second, and a line that stays for each
/// chunk; in a pipe only the latter.
/// </summary>
/// <param name="sheets">Sheets that this run has to make.</param>
internal sealed class CampaignProgress(int sheets)
{
    private const int Wide = 100;

    private readonly Lock _lock = new();
    private readonly bool _terminal = !Console.IsOutputRedirected;
    private readonly long _begun = Stopwatch.GetTimestamp();
    private long _said = Stopwatch.GetTimestamp();
    private int _made;
    private long _silent;

    /// <summary>A sheet was counted.</summary>
    public void Sheet(ChunkResult result)
    {
        lock (_lock)
        {
            _made++;
            _silent += result.Total.Silent;
            if (!_terminal || Stopwatch.GetElapsedTime(_said).TotalSeconds < 1)
                return;
            _said = Stopwatch.GetTimestamp();
            Console.Write($"\r{Now().PadRight(Wide)[..Wide]}");
        }
    }

    /// <summary>A chunk was put into the state.</summary>
    /// <param name="name">Its campaign.</param>
    /// <param name="chunk">Its number, from 1.</param>
    /// <param name="chunks">Of how many.</param>
    /// <param name="sum">All chunks of the campaign.</param>
    /// <param name="last">The chunk.</param>
    public void Chunk(string name, int chunk, int chunks, ChunkResult sum, ChunkResult last)
    {
        lock (_lock)
        {
            if (_terminal)
                Console.Write($"\r{"".PadRight(Wide)}\r");
            var total = sum.Total;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name} {chunk}/{chunks}: {total.Sheets} sheets, {total.Positions} positions, {total.Silent} silent, "
                + $"{total.Lost} lost in the scan, {total.Doubtful} doubtful, {total.SheetsInDoubt} sheets in doubt, "
                + $"{total.Refused} refused; {Now()}"));
            foreach (var finding in last.Findings.Where(f => f.What == "silent"))
                Console.WriteLine($"  {finding}");
        }
    }

    private string Now()
    {
        var rate = _made / Stopwatch.GetElapsedTime(_begun).TotalSeconds;
        var left = TimeSpan.FromSeconds(Math.Max(0, sheets - _made) / Math.Max(rate, 0.01));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{_made} of {sheets} now, {_silent} silent, {rate:0.0} sheets/s, {(int)left.TotalHours}:{left:mm\\:ss} left");
    }
}
