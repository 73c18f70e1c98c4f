using Microsoft.EntityFrameworkCore;
using Omr.Service.Storage;

namespace Omr.Service.Access;

/// <summary>All accounts of the person who asks: what one of them did, none of them may approve.</summary>
internal static class OwnAccounts
{
    /// <summary>Their names, whatever their case; the caller's own at least.</summary>
    public static async Task<IReadOnlySet<string>> OfAsync(OmrDatabase db, Caller caller, CancellationToken stop)
    {
        var names = await db.Accounts.Where(a => a.Person == caller.Person).Select(a => a.Name).ToListAsync(stop);
        return names.Append(caller.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }
}
