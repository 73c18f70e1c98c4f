using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Omr.Service.Storage;

namespace Omr.Service.Audit;

/// <summary>The log for those who look through it, the newest entries first.</summary>
internal sealed class AuditList(Store store)
{
    /// <summary>The entries before that number, as far as they suit.</summary>
    /// <param name="before">The last one seen; null to begin with the newest.</param>
    /// <param name="subject">Only those about that.</param>
    /// <param name="who">Only those of that account.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="stop">Ends the reading.</param>
    public async Task<Slice<AuditRow>> BeforeAsync(long? before, string? subject, string? who, int limit, CancellationToken stop)
    {
        var rows = await store.ReadAsync(
            db => db.Audit
                .Where(a => (before == null || a.Id < before) && (subject == null || a.Subject == subject) && (who == null || a.Who == who))
                .OrderByDescending(a => a.Id).Take(limit + 1).ToListAsync(stop),
            stop);
        return Slice<AuditRow>.Of(rows, limit, a => a.Id.ToString(CultureInfo.InvariantCulture));
    }
}
