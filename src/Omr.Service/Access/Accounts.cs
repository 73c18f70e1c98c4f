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
    private readonly ConcurrentDictionary<string, (Caller Caller, long Since)> _known = new(StringComparer.Ordinal);

    /// <summary>Makes an account for a machine and tells its key; null if the name is taken.</summary>
    public async Task<string?> CreateKeyAsync(string name, Role role, Region region, CancellationToken stop)
    {
        var key = KeyPrefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
        return await AddAsync(name, true, role, region, _ => Hash(key), stop) ? key : null;
    }

    /// <summary>Makes an account for a person and tells the password; null if the name is taken.</summary>
    public async Task<string?> CreateUserAsync(string name, Role role, Region region, CancellationToken stop)
    {
        var password = RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 20);
        return await AddAsync(name, false, role, region, row => Passwords.HashPassword(row, password), stop) ? password : null;
    }

    /// <summary>Who comes with that key; null if nobody may.</summary>
    public async ValueTask<Caller?> ByKeyAsync(string key, CancellationToken stop)
    {
        if (!key.StartsWith(KeyPrefix, StringComparison.Ordinal))
            return null;
        var hash = Hash(key);
        if (_known.TryGetValue(hash, out var known) && time.GetElapsedTime(known.Since) < Remembered)
            return known.Caller;
        var row = await store.ReadAsync(
            db => db.Accounts.SingleOrDefaultAsync(a => a.IsMachine && a.Secret == hash && a.DisabledAt == null, stop), stop);
        if (row is null)
        {
            _known.TryRemove(hash, out _);
            return null;
        }

        var caller = CallerOf(row);
        _known[hash] = (caller, time.GetTimestamp());
        return caller;
    }

    /// <summary>Who signs in with that password; null if nobody may.</summary>
    public async Task<Caller?> ByPasswordAsync(string name, string password, CancellationToken stop)
    {
        var row = await store.ReadAsync(
            db => db.Accounts.SingleOrDefaultAsync(a => a.Name == name && !a.IsMachine && a.DisabledAt == null, stop), stop);
        return row is not null
            && Passwords.VerifyHashedPassword(row, row.Secret, password) != PasswordVerificationResult.Failed
            ? CallerOf(row)
            : null;
    }

    /// <summary>The account of that name; null if there is none, or it is disabled.</summary>
    public async Task<Caller?> ByNameAsync(string name, CancellationToken stop) =>
        await store.ReadAsync(db => db.Accounts.SingleOrDefaultAsync(a => a.Name == name && a.DisabledAt == null, stop), stop) is { } row
            ? CallerOf(row)
            : null;

    private async Task<bool> AddAsync(
        string name, bool isMachine, Role role, Region region, Func<AccountRow, string> secret, CancellationToken stop) =>
        await store.WriteAsync(
            async db =>
            {
                if (await db.Accounts.AnyAsync(a => a.Name == name, stop))
                    return false;
                var row = new AccountRow
                {
                    Name = name,
                    IsMachine = isMachine,
                    Role = role.ToString(),
                    Scope = region.ToString(),
                    Secret = "",
                    CreatedAt = time.GetUtcNow().UtcDateTime,
                };
                row.Secret = secret(row);
                db.Accounts.Add(row);
                await AuditTrail.AppendAsync(
                    db, time, Caller.Program, "account.create", name, after: $"{role} {region}".Trim(), stop: stop);
                return true;
            },
            stop);

    private static Caller CallerOf(AccountRow row) => new(row.Name, Enum.Parse<Role>(row.Role), Region.Parse(row.Scope)!);

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
