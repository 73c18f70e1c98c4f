using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Omr.Service.Access;
using Omr.Service.Storage;

namespace Omr.Service.Audit;

/// <summary>
/// Writes down who did what, in the same transaction as the act itself: either both are there or neither. Each entry
/// holds a hash of itself and of the one before it.
/// </summary>
internal static class AuditTrail
{
    /// <summary>Adds an entry to the log.</summary>
    public static async Task AppendAsync(
        OmrDatabase database,
        TimeProvider time,
        Caller who,
        string act,
        string subject,
        string before = "",
        string after = "",
        string why = "",
        CancellationToken stop = default)
    {
        var last = database.Audit.Local.OrderByDescending(a => a.Id).FirstOrDefault()
            ?? await database.Audit.OrderByDescending(a => a.Id).FirstOrDefaultAsync(stop);
        var (id, at) = ((last?.Id ?? 0) + 1, time.GetUtcNow().UtcDateTime);
        database.Audit.Add(new()
        {
            Id = id,
            At = at,
            Who = who.Name,
            Role = who.Role.ToString(),
            Act = act,
            Subject = subject,
            Before = before,
            After = after,
            Why = why,
            Hash = Hash(last?.Hash ?? "", id, at, who, act, subject, before, after, why),
        });
    }

    // Each text with its length before it, so that no two entries have the same bytes.
    private static string Hash(string last, long id, DateTime at, Caller who, params ReadOnlySpan<string> texts)
    {
        var all = new StringBuilder();
        foreach (var text in (string[])
            [last, id.ToString(CultureInfo.InvariantCulture), at.ToString("O", CultureInfo.InvariantCulture), who.Name, $"{who.Role}", .. texts])
        {
            all.Append(CultureInfo.InvariantCulture, $"{text.Length}:{text}");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())));
    }
}
