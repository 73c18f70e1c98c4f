using Microsoft.EntityFrameworkCore;
using Omr.Service.Audit;
using Omr.Service.Storage;

namespace Omr.Service.Access;

/// <summary>
/// Lets people sign in, choose a password and set up one-time codes. Some wrong tries lock an account for a while; whoever is
/// refused isn't told whether the name, the password or the code was wrong.
/// </summary>
internal sealed class SignInDesk(Store store, Sessions sessions, SecondFactor codes, TimeProvider time)
{
    private const int MostFailures = 5;
    private static readonly TimeSpan Locked = TimeSpan.FromMinutes(15);

    // A password on a slip of paper: a week to use it.
    private static readonly TimeSpan Issued = TimeSpan.FromDays(7);

    // No refusal comes sooner, so that its time doesn't tell whether there is such an account either.
    private static readonly TimeSpan Soonest = TimeSpan.FromMilliseconds(250);

    private static readonly Refused Wrong = new(StatusCodes.Status401Unauthorized, new(
        $"Nama, kata sandi atau kode salah. Sesudah {MostFailures} kali salah akun terkunci {Locked.TotalMinutes:0} menit.",
        $"Wrong name, password or code. After {MostFailures} wrong tries an account is locked for {Locked.TotalMinutes:0} minutes."));

    private static readonly Refused CodeNeeded = new(StatusCodes.Status401Unauthorized, new(
        "Akun ini memakai kode sekali pakai; kirim juga kode.", "This account uses one-time codes; send kode as well."));

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Signs somebody in, and ends the session that the browser had until now; the new session's token.</summary>
    public async Task<(Caller? Caller, string Token, Refused? Refused)> SignInAsync(
        string name, string password, string code, string? replaced, CancellationToken stop)
    {
        var started = time.GetTimestamp();
        var (caller, token, refused) = await TryAsync(name, password, code, replaced, stop);
        if (refused == Wrong && Soonest - time.GetElapsedTime(started) is { Ticks: > 0 } rest)
            await Task.Delay(rest, time, stop);
        if (refused is null && replaced is not null)
            sessions.Forget();
        return (caller, token, refused);
    }

    /// <summary>Ends the session of whoever signs out.</summary>
    public async Task SignOutAsync(Caller caller, string token, CancellationToken stop)
    {
        await store.WriteAsync(
            async db =>
            {
                await Sessions.EndAsync(db, token, Now, stop);
                await AuditTrail.AppendAsync(db, time, caller, "session.end", caller.Name, stop: stop);
            },
            stop);
        sessions.Forget();
    }

    /// <summary>Ends one's other sessions; asks for the password again, since an open session may be anybody's.</summary>
    public async Task<Refused?> EndOthersAsync(Caller caller, string token, string password, CancellationToken stop)
    {
        var refused = await store.WriteAsync<Refused?>(
            async db =>
            {
                var account = await Of(db, caller.Name).SingleAsync(stop);
                if (IsLocked(account) || !Accounts.IsPassword(account, password))
                {
                    await FailAsync(db, account, stop);
                    return Wrong;
                }

                await Sessions.EndOthersAsync(db, account, token, Now, stop);
                await AuditTrail.AppendAsync(db, time, caller, "session.end", account.Name, why: "others", stop: stop);
                return null;
            },
            stop);
        sessions.Forget();
        return refused;
    }

    private async Task<(Caller? Caller, string Token, Refused? Refused)> TryAsync(
        string name, string password, string code, string? replaced, CancellationToken stop)
    {
        var seen = await store.ReadAsync(db => Of(db, name).SingleOrDefaultAsync(stop), stop);
        // The slow comparison comes before the writers' turn, and is made for names as well that don't exist.
        var isRight = Accounts.IsPassword(seen, password);
        if (seen is null || IsLocked(seen))
            return (null, "", Wrong);
        return await store.WriteAsync<(Caller?, string, Refused?)>(
            async db =>
            {
                if (await Of(db, name).SingleOrDefaultAsync(stop) is not { } account)
                    return (null, "", Wrong);
                // Others may have tried since: of many tries at the same moment only the first few count.
                if (IsLocked(account))
                    return (null, "", Wrong);
                isRight &= account.Secret == seen.Secret && !(account.PasswordIssuedAt + Issued < Now);
                if (isRight && account.IsSecondFactorConfirmed && code.Length == 0)
                    return (null, "", CodeNeeded);
                if (!isRight || (account.IsSecondFactorConfirmed && !codes.Accepts(account, code)))
                {
                    await FailAsync(db, account, stop);
                    return (null, "", Wrong);
                }

                if (account.ApprovedBy is null)
                {
                    return (null, "", new(StatusCodes.Status403Forbidden, new(
                        "Akun ini masih menunggu persetujuan Ketua.", "This account still waits for the Ketua's approval.")));
                }

                (account.FailedSignIns, account.LockedUntil) = (0, null);
                var caller = Accounts.CallerOf(account) with { HasSecondFactor = account.IsSecondFactorConfirmed };
                if (replaced is not null)
                    await Sessions.EndAsync(db, replaced, Now, stop);
                await AuditTrail.AppendAsync(
                    db, time, caller, "session.start", account.Name, after: Sessions.Said(caller.HasSecondFactor), stop: stop);
                return (caller, sessions.Start(db, account, account.IsSecondFactorConfirmed), null);
            },
            stop);
    }

    /// <summary>Changes one's own password, ends all one's sessions and starts a new one.</summary>
    public async Task<(Caller? Caller, string Token, Refused? Refused)> ChangePasswordAsync(
        Caller caller, string old, string next, CancellationToken stop)
    {
        if (PasswordRules.Judge(next, caller.Name) is { } fault)
            return (null, "", new(StatusCodes.Status422UnprocessableEntity, fault));
        var done = await store.WriteAsync<(Caller?, string, Refused?)>(
            async db =>
            {
                var account = await Of(db, caller.Name).SingleAsync(stop);
                if (IsLocked(account) || !Accounts.IsPassword(account, old))
                {
                    await FailAsync(db, account, stop);
                    return (null, "", Wrong);
                }

                Accounts.SetPassword(account, next);
                (account.PasswordIssuedAt, account.FailedSignIns) = (null, 0);
                await Sessions.EndAllAsync(db, account, Now, stop);
                await AuditTrail.AppendAsync(
                    db, time, caller, "account.password", account.Name,
                    after: $"{Accounts.Digest(account.Secret)}, {Sessions.Said(caller.HasSecondFactor)}", stop: stop);
                return (Accounts.CallerOf(account) with { HasSecondFactor = caller.HasSecondFactor }, sessions.Start(db, account, caller.HasSecondFactor), null);
            },
            stop);
        sessions.Forget();
        return done;
    }

    /// <summary>Sets an account's password as if its owner had chosen it; for rehearsals alone.</summary>
    public Task ChooseAsync(string name, string password, CancellationToken stop) => store.WriteAsync(
        async db =>
        {
            var account = await Of(db, name).SingleAsync(stop);
            Accounts.SetPassword(account, password);
            account.PasswordIssuedAt = null;
            await AuditTrail.AppendAsync(
                db, time, Caller.Program, "account.password", account.Name, after: $"{Accounts.Digest(account.Secret)}, {Sessions.Said(false)}", why: "rehearsal", stop: stop);
        },
        stop);

    /// <summary>Issues a secret for one-time codes; asks for the password again, since an open session may be anybody's.</summary>
    public Task<(string Secret, string Uri, Refused? Refused)> IssueCodesAsync(Caller caller, string password, CancellationToken stop) =>
        store.WriteAsync<(string, string, Refused?)>(
            async db =>
            {
                var account = await Of(db, caller.Name).SingleAsync(stop);
                if (IsLocked(account) || !Accounts.IsPassword(account, password))
                {
                    await FailAsync(db, account, stop);
                    return ("", "", Wrong);
                }

                if (account.IsSecondFactorConfirmed)
                {
                    return ("", "", new(StatusCodes.Status409Conflict, new(
                        "Kode sekali pakai sudah terpasang; ponsel hilang: omr admin reset-second-factor di server.",
                        "One-time codes are set up already; phone lost: omr admin reset-second-factor on the server.")));
                }

                var (secret, uri) = codes.Issue(account);
                await AuditTrail.AppendAsync(db, time, caller, "account.issue-second-factor", account.Name, stop: stop);
                return (secret, uri, null);
            },
            stop);

    /// <summary>Confirms one-time codes by one of them; from then on they are asked for. Ends all one's sessions and starts one that has them.</summary>
    public async Task<(Caller? Caller, string Token, Refused? Refused)> ConfirmCodesAsync(Caller caller, string code, CancellationToken stop)
    {
        var done = await store.WriteAsync<(Caller?, string, Refused?)>(
            async db =>
            {
                var account = await Of(db, caller.Name).SingleAsync(stop);
                if (account.IsSecondFactorConfirmed || IsLocked(account) || !codes.Accepts(account, code))
                {
                    await FailAsync(db, account, stop);
                    return (null, "", Wrong);
                }

                (account.IsSecondFactorConfirmed, account.FailedSignIns) = (true, 0);
                await Sessions.EndAllAsync(db, account, Now, stop);
                await AuditTrail.AppendAsync(
                    db, time, caller, "account.second-factor", account.Name,
                    after: $"{Accounts.Digest(account.SecondFactor!)}, {Sessions.Said(true)}", stop: stop);
                return (caller with { HasSecondFactor = true }, sessions.Start(db, account, hasSecondFactor: true), null);
            },
            stop);
        sessions.Forget();
        return done;
    }

    private static IQueryable<AccountRow> Of(OmrDatabase db, string name) =>
        db.Accounts.Where(a => a.Name == name && !a.IsMachine && a.DisabledAt == null);

    // A lock that lasts longer than any was made before the clock was set back.
    private bool IsLocked(AccountRow account) => account.LockedUntil > Now && account.LockedUntil <= Now + Locked;

    private async Task FailAsync(OmrDatabase db, AccountRow account, CancellationToken stop)
    {
        var isLocked = ++account.FailedSignIns >= MostFailures;
        if (isLocked)
            (account.LockedUntil, account.FailedSignIns) = (Now + Locked, 0);
        await AuditTrail.AppendAsync(
            db, time, Caller.Program, isLocked ? "account.lock" : "session.refuse", account.Name, stop: stop);
    }
}
