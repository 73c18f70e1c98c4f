using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Omr.Service.Audit;
using Omr.Service.Storage;

namespace Omr.Service.Access;

/// <summary>
/// The accounts of people and machines. A machine's key is 256 random bits and is kept as its SHA-256; a person's password
/// is kept by the framework's slow hash. Both are told once, when they are made.
/// </summary>
internal sealed class Accounts(Store store, TimeProvider time)
{
    private const string KeyPrefix = "omr_";
    private const int SecretBytes = 32;

    // How long an account that was disabled by another process may still be let in.
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(10);

    private static readonly PasswordHasher<AccountRow> Passwords = new();

    // Compared with where there is no such account, so that the answer takes as long.
    private static readonly string Nobodys = Passwords.HashPassword(null!, RandomNumberGenerator.GetHexString(SecretBytes));

    private readonly ConcurrentDictionary<string, (Caller Caller, long Since)> _known = new(StringComparer.Ordinal);

    /// <summary>Makes an account for a machine and tells its key; null if the name is taken.</summary>
    public Task<string?> CreateKeyAsync(string name, Role role, Region region, CancellationToken stop) =>
        AddAsync(name, name, true, role, region, stop);

    /// <summary>Makes an account for a person and tells the password; null if the name is taken.</summary>
    public Task<string?> CreateUserAsync(string name, string person, Role role, Region region, CancellationToken stop) =>
        AddAsync(name, person, false, role, region, stop);

    /// <summary>Who comes with that key; null if nobody may.</summary>
    public async ValueTask<Caller?> ByKeyAsync(string key, CancellationToken stop)
    {
        if (!key.StartsWith(KeyPrefix, StringComparison.Ordinal))
            return null;
        var hash = Hash(key);
        if (_known.TryGetValue(hash, out var known) && time.GetElapsedTime(known.Since) < Remembered)
            return known.Caller;
        var row = await store.ReadAsync(
            db => db.Accounts.SingleOrDefaultAsync(
                a => a.IsMachine && a.Secret == hash && a.ApprovedBy != null && a.DisabledAt == null, stop), stop);
        if (row is null)
        {
            _known.TryRemove(hash, out _);
            return null;
        }

        var caller = CallerOf(row);
        _known[hash] = (caller, time.GetTimestamp());
        return caller;
    }

    /// <summary>Has every key looked up anew.</summary>
    public void Forget() => _known.Clear();

    /// <summary>Puts an account into the transaction that is open, with a new password or key, which it tells.</summary>
    /// <param name="db">The transaction.</param>
    /// <param name="name">Name of the account; nobody else has it.</param>
    /// <param name="person">Who uses it.</param>
    /// <param name="isMachine">Whether it is a machine's.</param>
    /// <param name="role">Its role.</param>
    /// <param name="region">Its region.</param>
    /// <param name="approvedBy">Who let it in, if somebody did.</param>
    public string Add(OmrDatabase db, string name, string person, bool isMachine, Role role, Region region, string? approvedBy)
    {
        var row = new AccountRow
        {
            Name = name,
            Person = person,
            IsMachine = isMachine,
            Role = role.ToString(),
            Scope = region.ToString(),
            Secret = "",
            CreatedAt = time.GetUtcNow().UtcDateTime,
            ApprovedBy = approvedBy,
        };
        db.Accounts.Add(row);
        if (!isMachine)
            return IssuePassword(row);
        var key = KeyPrefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
        row.Secret = Hash(key);
        return key;
    }

    /// <summary>Gives a person's account a new password, which it tells; the owner must change it.</summary>
    public string IssuePassword(AccountRow row)
    {
        var password = RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 20);
        SetPassword(row, password);
        (row.PasswordIssuedAt, row.FailedSignIns, row.LockedUntil) = (time.GetUtcNow().UtcDateTime, 0, null);
        return password;
    }

    /// <summary>Keeps a password's slow hash.</summary>
    public static void SetPassword(AccountRow row, string password) => row.Secret = Passwords.HashPassword(row, password);

    /// <summary>Whether that is the account's password; takes as long where there is no account.</summary>
    public static bool IsPassword(AccountRow? row, string password) =>
        Passwords.VerifyHashedPassword(row!, row?.Secret ?? Nobodys, password) != PasswordVerificationResult.Failed && row is not null;

    /// <summary>The account of that name; null if there is none, or it is disabled.</summary>
    public async Task<Caller?> ByNameAsync(string name, CancellationToken stop) =>
        await store.ReadAsync(db => db.Accounts.SingleOrDefaultAsync(a => a.Name == name && a.DisabledAt == null, stop), stop) is { } row
            ? CallerOf(row)
            : null;

    /// <summary>The caller behind an account.</summary>
    public static Caller CallerOf(AccountRow row) => new(
        row.Name, Enum.Parse<Role>(row.Role), Region.Parse(row.Scope)!, row.Person, MustChangePassword: row.PasswordIssuedAt is not null);

    private Task<string?> AddAsync(string name, string person, bool isMachine, Role role, Region region, CancellationToken stop) =>
        store.WriteAsync<string?>(
            async db =>
            {
                if (await db.Accounts.AnyAsync(a => a.Name == name, stop))
                    return null;
                var secret = Add(db, name, person, isMachine, role, region, Caller.Program.Name);
                await AuditTrail.AppendAsync(
                    db, time, Caller.Program, "account.create", name, after: $"{role} {region}".Trim(), stop: stop);
                return secret;
            },
            stop);

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
