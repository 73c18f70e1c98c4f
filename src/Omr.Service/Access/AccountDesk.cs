using Microsoft.EntityFrameworkCore;
using Omr.Service.Audit;
using Omr.Service.Storage;

namespace Omr.Service.Access;

/// <summary>
/// Looks after accounts: an administrator makes them and shuts them out, the Ketua lets new ones in, so that nobody gives
/// themselves a second role. The command line on the server does both and asks nobody: whoever has the disk has everything.
/// </summary>
internal sealed class AccountDesk(Store store, Accounts accounts, Sessions sessions, TimeProvider time)
{
    // Passwords of these the command line alone can reset (DOMAIN.md section 6: by the level above).
    private static readonly HashSet<string> AboveAdmin =
        [.. new[] { Role.Admin, Role.Ketua, Role.PemegangKunci, Role.Auditor }.Select(r => r.ToString())];

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>All accounts of a region, by name.</summary>
    public Task<List<AccountRow>> ListAsync(Region region, CancellationToken stop) =>
        store.ReadAsync(
            async db => (await db.Accounts.OrderBy(a => a.Name).ToListAsync(stop)).FindAll(a => region.Covers(Region.Parse(a.Scope)!)), stop);

    /// <summary>Makes an account that waits for approval; its password or key.</summary>
    public async Task<(string Secret, Refused? Refused)> CreateAsync(
        Caller caller, string name, string person, bool isMachine, Role role, Region region, CancellationToken stop)
    {
        if (!Accounts.IsName(name) || !Accounts.IsPerson(person))
            return ("", new(StatusCodes.Status422UnprocessableEntity, Accounts.NameRule));
        if (!caller.Region.Covers(region))
            return ("", Unknown);
        return await store.WriteAsync<(string, Refused?)>(
            async db =>
            {
                if (await db.Accounts.AnyAsync(a => a.Name == name, stop))
                {
                    return ("", new(StatusCodes.Status409Conflict, new(
                        $"Nama {name} sudah dipakai; pilih nama lain.", $"The name {name} is taken; choose another.")));
                }

                return (await accounts.AddAsync(db, caller, name, person, isMachine, role, region, stop), null);
            },
            stop);
    }

    /// <summary>Lets a new account in.</summary>
    public Task<Refused?> ApproveAsync(Caller caller, string name, CancellationToken stop) =>
        ChangeAsync(caller, name, "account.approve", account =>
        {
            if (account.ApprovedBy is not null)
                return new(StatusCodes.Status409Conflict, new("Akun itu sudah disetujui.", "That account is approved already."));
            if (string.Equals(account.Person, caller.Person, StringComparison.OrdinalIgnoreCase))
            {
                return new(StatusCodes.Status403Forbidden, new(
                    "Akun sendiri harus disetujui orang lain.", "Somebody else must approve your own account."));
            }

            account.ApprovedBy = caller.Name;
            return null;
        }, stop);

    /// <summary>Shuts an account out for good and ends its sessions.</summary>
    public Task<Refused?> DisableAsync(Caller caller, string name, CancellationToken stop) =>
        ChangeAsync(caller, name, "account.disable", account =>
        {
            account.DisabledAt = Now;
            return null;
        }, stop);

    /// <summary>Ends a person's sessions.</summary>
    public Task<Refused?> EndSessionsAsync(Caller caller, string name, CancellationToken stop) =>
        ChangeAsync(caller, name, "session.end", _ => null, stop);

    /// <summary>Gives a person a new password and ends their sessions.</summary>
    public async Task<(string Password, Refused? Refused)> ResetPasswordAsync(Caller caller, string name, CancellationToken stop)
    {
        var password = "";
        var refused = await ChangeAsync(caller, name, "account.reset-password", account =>
        {
            if (account.IsMachine)
                return new(StatusCodes.Status409Conflict, new("Kunci API tidak diganti; buat akun baru.", "An API key isn't changed; make a new account."));
            if (caller != Caller.Program && AboveAdmin.Contains(account.Role))
            {
                return new(StatusCodes.Status403Forbidden, new(
                    "Kata sandi peran ini hanya dapat diganti di server: omr admin reset-password.",
                    "This role's password can be reset on the server only: omr admin reset-password."));
            }

            password = accounts.IssuePassword(account);
            return null;
        }, stop, account => Accounts.Digest(account.Secret));
        return (password, refused);
    }

    /// <summary>Takes one-time codes from an account whose phone is lost, and ends its sessions.</summary>
    public Task<Refused?> ResetCodesAsync(Caller caller, string name, CancellationToken stop) =>
        ChangeAsync(caller, name, "account.reset-second-factor", account =>
        {
            (account.SecondFactor, account.IsSecondFactorConfirmed, account.SecondFactorStep) = (null, false, 0);
            return null;
        }, stop);

    private static readonly Refused Unknown = new(StatusCodes.Status404NotFound, new(
        "Tidak ada akun aktif dengan nama itu, atau di luar wilayah akun ini.",
        "There is no active account of that name, or it is outside of this account's region."));

    private async Task<Refused?> ChangeAsync(
        Caller caller, string name, string act, Func<AccountRow, Refused?> change, CancellationToken stop, Func<AccountRow, string>? says = null)
    {
        var refused = await store.WriteAsync(
            async db =>
            {
                var account = await db.Accounts.SingleOrDefaultAsync(a => a.Name == name && a.DisabledAt == null, stop);
                if (account is null || !caller.Region.Covers(Region.Parse(account.Scope)!))
                    return Unknown;
                if (change(account) is { } refusal)
                    return refusal;
                await Sessions.EndAllAsync(db, account, Now, stop);
                await AuditTrail.AppendAsync(db, time, caller, act, account.Name, after: says?.Invoke(account) ?? "", stop: stop);
                return null;
            },
            stop);
        sessions.Forget();
        accounts.Forget();
        return refused;
    }
}
