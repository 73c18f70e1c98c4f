using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Omr.Service.Storage;
using OtpNet;

namespace Omr.Service.Access;

/// <summary>One-time codes of six digits from an app on the owner's phone (TOTP, RFC 6238).</summary>
internal sealed class SecondFactor(IDataProtectionProvider protection, TimeProvider time)
{
    // Of 160 bits, as long as the hash (RFC 4226, 4).
    private const int SecretBytes = 20;

    // Half a minute early or late: phones' clocks differ, and people type slowly.
    private static readonly VerificationWindow Window = new(previous: 1, future: 1);

    // In steps of half a minute: further apart no two codes are good at the same time, by far.
    private const int Near = 20;

    private readonly IDataProtector _protector = protection.CreateProtector("omr.second-factor");

    /// <summary>Makes a new secret for the account, and tells it as the app wants it.</summary>
    public (string Secret, string Uri) Issue(AccountRow account)
    {
        var secret = RandomNumberGenerator.GetBytes(SecretBytes);
        account.SecondFactor = _protector.Protect(Convert.ToBase64String(secret));
        (account.IsSecondFactorConfirmed, account.SecondFactorStep) = (false, 0);
        return (Base32Encoding.ToString(secret), new OtpUri(OtpType.Totp, secret, account.Name, "Omr").ToString());
    }

    /// <summary>Whether that is a code of now that was not used before; then it is used.</summary>
    public bool Accepts(AccountRow account, string code)
    {
        if (account.SecondFactor is null)
            return false;
        var secret = Convert.FromBase64String(_protector.Unprotect(account.SecondFactor));
        if (!new Totp(secret).VerifyTotp(time.GetUtcNow().UtcDateTime, code, out var step, Window))
            return false;
        // A code of much later was used before the clock was set back; it must not shut its owner out until then.
        if (step <= account.SecondFactorStep && account.SecondFactorStep - step <= Near)
            return false;
        account.SecondFactorStep = step;
        return true;
    }
}
