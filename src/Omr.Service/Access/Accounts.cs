using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Omr.Service.Audit;
using Omr.Service.Storage;

namespace Omr.Service.Access;

/// <summary>
/// The accounts of people and machines. A machine's key is 256 random bits and is kept as its SHA-256; a person's password
/// is kept by the framework's slow hash. Both are told once, when they are made.
/// </summary>
internal sealed partial class Accounts(Store store, TimeProvider time)
{
    private const string KeyPrefix = "omr_";
    private const int SecretBytes = 32;

    // Of 31 signs that nobody takes for another: 128 bits.
    private const int IssuedLetters = 26;

    // How long an account that was disabled by another process may still be let in.
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(10);

    // PBKDF2 with HMAC-SHA-512 and a salt of 128 bits, as often as OWASP advises for it.
    private static readonly PasswordHasher<AccountRow> Passwords =
        new(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));

    // Compared with where there is no such account, so that the answer takes as long.
    private static readonly string Nobodys = Passwords.HashPassword(null!, RandomNumberGenerator.GetHexString(SecretBytes));

    private readonly ConcurrentDictionary<string, (Caller Caller, long Since)> _known = new(StringComparer.Ordinal);

    private int _era;

    /// <summary>Whether an account may bear that name: it can't confuse a log, and isn't the program's own in there.</summary>
    public static bool IsName(string name) =>
        Name().IsMatch(name) && !name.Equals(Caller.Program.Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether that can say who uses an account.</summary>
    public static bool IsPerson(string person) => person.Length is > 0 and <= 64 && !person.Any(char.IsControl);

    /// <summary>What names must be like.</summary>
    public static Wording NameRule { get; } = new(
        "nama: 1 sampai 64 huruf, angka, titik, garis, bukan omr; orang: 1 sampai 64 huruf.",
        "nama: 1 to 64 letters, digits, dots, dashes, not omr; orang: 1 to 64 characters.");

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
        var era = Volatile.Read(ref _era);
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
        if (era != Volatile.Read(ref _era))
            _known.TryRemove(hash, out _); // read before what has all looked up anew
        return caller;
    }

    /// <summary>Has every key looked up anew.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref _era);
        _known.Clear();
    }

    /// <summary>Puts an account into the transaction that is open, with a new password or key, which it tells.</summary>
    /// <param name="db">The transaction.</param>
    /// <param name="by">Who makes it; what the program makes needs nobody's approval.</param>
    /// <param name="name">Name of the account; nobody else has it.</param>
    /// <param name="person">Who uses it.</param>
    /// <param name="isMachine">Whether it is a machine's.</param>
    /// <param name="role">Its role.</param>
    /// <param name="region">Its region.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<string> AddAsync(
        OmrDatabase db, Caller by, string name, string person, bool isMachine, Role role, Region region, CancellationToken stop)
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
            ApprovedBy = by == Caller.Program ? by.Name : null,
        };
        db.Accounts.Add(row);
        var secret = isMachine ? IssueKey(row) : IssuePassword(row);
        await AuditTrail.AppendAsync(
            db, time, by, "account.create", name,
            after: $"{$"{role} {region}".Trim()}, {(isMachine ? "machine" : "person")}, {Digest(row.Secret)}", why: person, stop: stop);
        return secret;
    }

    /// <summary>
    /// A hash of what is kept of a password, key or one-time codes: the audit log holds it, so that nobody puts another in its
    /// place unseen. It helps nobody to guess: what is kept is a salted slow hash, or the hash of 256 random bits, or encrypted.
    /// </summary>
    public static string Digest(string kept) => $"sha256 {Hash(kept)}";

    /// <summary>Gives a person's account a new password, which it tells; the owner must change it.</summary>
    public string IssuePassword(AccountRow row)
    {
        var password = RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", IssuedLetters);
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
                return await AddAsync(db, Caller.Program, name, person, isMachine, role, region, stop);
            },
            stop);

    private static string IssueKey(AccountRow row)
    {
        var key = KeyPrefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
        row.Secret = Hash(key);
        return key;
    }

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{0,63}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
