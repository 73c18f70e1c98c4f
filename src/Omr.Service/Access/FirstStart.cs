using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Omr.Service.Audit;
using Omr.Service.Storage;

namespace Omr.Service.Access;

/// <summary>
/// The first administrator of a new data folder: whoever reads the server's terminal finds a code there, by which they make
/// their own account in the browser, with a password that they choose. A Ketua can be made along with it, for without one
/// nobody lets in the accounts that the administrator makes. Once there is an administrator the code is worth nothing.
/// </summary>
internal sealed class FirstStart(Store store, Accounts accounts, Sessions sessions, TimeProvider time)
{
    // Of 32 signs that nobody takes for another, 8 are 40 bits, and tries are limited by the minute.
    private const string Signs = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int Half = 4;

    private static readonly Refused Closed = new(StatusCodes.Status409Conflict, new(
        "Sudah ada administrator; masuk dengan akunnya. Kata sandi hilang: omr admin reset-password di server.",
        "There is an administrator already; sign in by that account. Password lost: omr admin reset-password on the server."));

    private static readonly Refused Taken = new(StatusCodes.Status409Conflict, new(
        "Salah satu nama akun itu sudah dipakai; pilih nama lain.", "One of these account names is taken; choose another."));

    private static readonly Refused Wrong = new(StatusCodes.Status403Forbidden, new(
        "Kode salah. Kode yang benar tertulis di terminal server, dan baru setiap kali layanan dijalankan.",
        "Wrong code. The right one is written on the server's terminal, a new one at each start."));

    /// <summary>The code, as it is told on the terminal.</summary>
    public string Code { get; } = $"{RandomNumberGenerator.GetString(Signs, Half)}-{RandomNumberGenerator.GetString(Signs, Half)}";

    /// <summary>Whether there is no administrator yet.</summary>
    public Task<bool> IsOpenAsync(CancellationToken stop) => store.ReadAsync(db => IsOpenAsync(db, stop), stop);

    /// <summary>Makes the administrator and, if one is named, the Ketua; the session, and the Ketua's password to hand over.</summary>
    /// <param name="code">What was on the terminal.</param>
    /// <param name="admin">The administrator's account and who that is.</param>
    /// <param name="password">The administrator's own password.</param>
    /// <param name="ketua">The Ketua's; its name is empty for none.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<(Caller? Caller, string Token, string KetuaPassword, Refused? Refused)> CreateAsync(
        string code, (string Name, string Person) admin, string password, (string Name, string Person) ketua, CancellationToken stop)
    {
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Plain(code)), Encoding.UTF8.GetBytes(Plain(Code))))
            return (null, "", "", await IsOpenAsync(stop) ? Wrong : Closed);
        if (Fault(admin, password, ketua) is { } fault)
            return (null, "", "", new(StatusCodes.Status422UnprocessableEntity, fault));
        return await store.WriteAsync<(Caller?, string, string, Refused?)>(
            async db =>
            {
                if (!await IsOpenAsync(db, stop))
                    return (null, "", "", Closed);
                if (await db.Accounts.AnyAsync(a => a.Name == admin.Name || a.Name == ketua.Name, stop))
                    return (null, "", "", Taken);
                await accounts.AddAsync(db, Caller.Program, admin.Name, admin.Person, false, Role.Admin, Region.Province, stop);
                var row = db.Accounts.Local.Single(a => a.Name == admin.Name);
                Accounts.SetPassword(row, password);
                row.PasswordIssuedAt = null;
                var handed = ketua.Name.Length == 0
                    ? ""
                    : await accounts.AddAsync(db, Caller.Program, ketua.Name, ketua.Person, false, Role.Ketua, Region.Province, stop);
                await db.SaveChangesAsync(stop); // gives the account its number
                await AuditTrail.AppendAsync(
                    db, time, Caller.Program, "account.password", row.Name, after: $"{Accounts.Digest(row.Secret)}, {Sessions.Said(false)}", why: "first start",
                    stop: stop);
                return (Accounts.CallerOf(row), sessions.Start(db, row, hasSecondFactor: false), handed, null);
            },
            stop);
    }

    private static Wording? Fault((string Name, string Person) admin, string password, (string Name, string Person) ketua)
    {
        if (!Accounts.IsName(admin.Name) || !Accounts.IsPerson(admin.Person))
            return Accounts.NameRule;
        if (ketua.Name.Length > 0 && (!Accounts.IsName(ketua.Name) || !Accounts.IsPerson(ketua.Person)))
            return Accounts.NameRule;
        if (ketua.Name.Length > 0 && (Same(admin.Name, ketua.Name) || Same(admin.Person, ketua.Person)))
            return new("Administrator dan Ketua harus dua orang.", "Administrator and Ketua must be two people.");
        return PasswordRules.Judge(password, admin.Name);
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static Task<bool> IsOpenAsync(OmrDatabase db, CancellationToken stop)
    {
        var admin = nameof(Role.Admin);
        return db.Accounts.AllAsync(a => a.IsMachine || a.Role != admin || a.DisabledAt != null, stop);
    }

    // However it is typed.
    private static string Plain(string code) => new([.. code.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)]);
}
