using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Omr.Service.Hosting;
using Omr.Service.Storage;

namespace Omr.Service.Access;

/// <summary>
/// Who is signed in. A session ends when its owner signs out or rests for too long, after a working day, and when the account
/// is disabled or gets a new password. It lives in the database, so a restart signs nobody out and another process can end it.
/// </summary>
internal sealed class Sessions(Store store, IOptions<ServiceOptions> options, TimeProvider time)
{
    private const int TokenBytes = 32;

    // How long a session that another process ended may still be let in.
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(10);

    // Not every request is worth a write.
    private static readonly TimeSpan Noted = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (Caller Caller, DateTime Started, DateTime Seen, long Since)> _known = new(StringComparer.Ordinal);

    private int _era;

    /// <summary>What the audit log says of a session that begins.</summary>
    public static string Said(bool hasSecondFactor) => hasSecondFactor ? "session with code" : "session";

    /// <summary>Starts a session in the transaction that is open; its token.</summary>
    public string Start(OmrDatabase db, AccountRow account, bool hasSecondFactor)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
        var now = time.GetUtcNow().UtcDateTime;
        db.Sessions.Add(new()
        {
            Token = Hash(token), AccountId = account.Id, HasSecondFactor = hasSecondFactor, StartedAt = now, SeenAt = now,
        });
        return token;
    }

    /// <summary>Whose session that is; null if it is over.</summary>
    /// <param name="token">What the cookie holds.</param>
    /// <param name="isUse">Whether somebody does something; a page that only listens doesn't keep a session alive.</param>
    /// <param name="stop">Gives up.</param>
    public async ValueTask<Caller?> FindAsync(string token, bool isUse, CancellationToken stop)
    {
        var hash = Hash(token);
        var era = Volatile.Read(ref _era);
        var now = time.GetUtcNow().UtcDateTime;
        if (!_known.TryGetValue(hash, out var known) || time.GetElapsedTime(known.Since) >= Remembered)
        {
            if (await LoadAsync(hash, stop) is not { } found)
            {
                _known.TryRemove(hash, out _);
                return null;
            }

            known = (found.Caller, found.Started, found.Seen > known.Seen ? found.Seen : known.Seen, time.GetTimestamp());
            if (isUse && now - found.Seen >= Noted && !IsOver(known.Started, known.Seen, now))
                await NoteAsync(hash, now, stop);
        }

        if (IsOver(known.Started, known.Seen, now))
        {
            _known.TryRemove(hash, out _);
            return null;
        }

        _known[hash] = isUse ? known with { Seen = now } : known;
        if (era != Volatile.Read(ref _era))
            _known.TryRemove(hash, out _); // read before what has all looked up anew
        return known.Caller;
    }

    /// <summary>Ends one session, in the transaction that is open.</summary>
    public static Task EndAsync(OmrDatabase db, string token, DateTime now, CancellationToken stop)
    {
        var hash = Hash(token);
        return db.Sessions.Where(s => s.Token == hash && s.EndedAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, now), stop);
    }

    /// <summary>The sessions of an account that stand, the newest first, and which of them has that token.</summary>
    public async Task<IReadOnlyList<(SessionRow Row, bool IsThis)>> OfAsync(string account, string token, CancellationToken stop)
    {
        var (hash, now) = (Hash(token), time.GetUtcNow().UtcDateTime);
        var rows = await store.ReadAsync(
            db => db.Sessions.Where(s => s.EndedAt == null && db.Accounts.Any(a => a.Id == s.AccountId && a.Name == account))
                .OrderByDescending(s => s.Id).ToListAsync(stop),
            stop);
        return [.. rows.Select(r => (r, r.Token == hash)).Where(s => s.Item2 || !IsOver(s.r.StartedAt, s.r.SeenAt, now))];
    }

    /// <summary>Ends all sessions of an account, in the transaction that is open.</summary>
    public static Task EndAllAsync(OmrDatabase db, AccountRow account, DateTime now, CancellationToken stop) =>
        db.Sessions.Where(s => s.AccountId == account.Id && s.EndedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, now), stop);

    /// <summary>Ends an account's other sessions, in the transaction that is open.</summary>
    public static Task EndOthersAsync(OmrDatabase db, AccountRow account, string token, DateTime now, CancellationToken stop)
    {
        var hash = Hash(token);
        return db.Sessions.Where(s => s.AccountId == account.Id && s.EndedAt == null && s.Token != hash)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, now), stop);
    }

    /// <summary>Has every session looked up anew.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref _era);
        _known.Clear();
    }

    private async Task<(Caller Caller, DateTime Started, DateTime Seen)?> LoadAsync(string hash, CancellationToken stop)
    {
        var found = await store.ReadAsync(
            db => (from session in db.Sessions
                   join account in db.Accounts on session.AccountId equals account.Id
                   where session.Token == hash && session.EndedAt == null && account.DisabledAt == null
                   select new { session, account }).SingleOrDefaultAsync(stop),
            stop);
        return found is null
            ? null
            : (Accounts.CallerOf(found.account) with { HasSecondFactor = found.session.HasSecondFactor }, found.session.StartedAt, found.session.SeenAt);
    }

    // On a full disk people must still get in, to see that it is full.
    private async Task NoteAsync(string hash, DateTime now, CancellationToken stop)
    {
        try
        {
            await store.WriteAsync(db => db.Sessions.Where(s => s.Token == hash).ExecuteUpdateAsync(s => s.SetProperty(x => x.SeenAt, now), stop), stop);
        }
        catch (Exception error) when (FaultWording.Is(error))
        {
            // Noted at a later request.
        }
    }

    // A session from the future was begun before the clock was set back; by its time it would live as much longer.
    private bool IsOver(DateTime started, DateTime seen, DateTime now) =>
        started - now >= Noted + Noted
        || now - seen >= TimeSpan.FromMinutes(options.Value.SessionIdleMinutes)
        || now - started >= TimeSpan.FromHours(options.Value.SessionHours);

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
