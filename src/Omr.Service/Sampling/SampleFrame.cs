using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Omr.Service.Storage;

namespace Omr.Service.Sampling;

/// <summary>What a sample of a run is drawn from: every page that was read, up to the run's last, with what the machine read.</summary>
/// <param name="Sheets">The sheets by number.</param>
/// <param name="Digest">Hash of all these readings.</param>
internal sealed record SampleFrame(IReadOnlyDictionary<long, MachineReading> Sheets, string Digest)
{
    /// <summary>Loads it.</summary>
    public static async Task<SampleFrame> LoadAsync(OmrDatabase db, long lastPage, CancellationToken stop)
    {
        var sheets = await db.Pages.Where(p => p.Id <= lastPage && p.Refused == "").OrderBy(p => p.Id)
            .Select(p => new MachineReading(p.Id, p.NumberState, p.Number, p.Subject, p.Package, p.Answers)).ToListAsync(stop);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var line = new StringBuilder();
        foreach (var sheet in sheets)
        {
            line.Clear();
            foreach (var text in (string[])[sheet.Number.ToString(CultureInfo.InvariantCulture), sheet.State, sheet.Participant, sheet.Subject, sheet.Package, sheet.Answers])
                line.Append(CultureInfo.InvariantCulture, $"{text.Length}:{text}");
            hash.AppendData(Encoding.UTF8.GetBytes(line.Append('\n').ToString()));
        }

        return new(sheets.ToDictionary(s => s.Number), Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
