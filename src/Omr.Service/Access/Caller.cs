using System.Security.Claims;

namespace Omr.Service.Access;

/// <summary>Who asks: the account behind a request.</summary>
/// <param name="Name">Name of the account.</param>
/// <param name="Role">Its role.</param>
/// <param name="Region">Its region.</param>
/// <param name="Person">Who uses it; the account's own name where nothing else is known.</param>
/// <param name="HasSecondFactor">Whether a one-time code was given when signing in.</param>
/// <param name="MustChangePassword">Whether somebody else knows the password.</param>
public sealed record Caller(
    string Name, Role Role, Region Region, string Person = "", bool HasSecondFactor = false, bool MustChangePassword = false)
{
    private const string RegionClaim = "omr:region";
    private const string PersonClaim = "omr:person";
    private const string SecondFactorClaim = "omr:second-factor";
    private const string MustChangeClaim = "omr:must-change-password";

    /// <summary>The program itself, in the audit log.</summary>
    public static Caller Program { get; } = new("omr", Role.Admin, Region.Province);

    /// <summary>What keeps the caller from that act; null if nothing does.</summary>
    public Wording? Hindrance(Act act) =>
        !Role.May(act) ? new("Akun ini tidak berhak melakukan itu.", "This account may not do that.")
        : MustChangePassword ? new(
            "Ganti dulu kata sandi yang diberikan: PUT /api/v1/session/password.",
            "Change the password that you were given first: PUT /api/v1/session/password.")
        : act.NeedsSecondFactor() && !HasSecondFactor ? new(
            "Perlu masuk dengan kode sekali pakai; kunci API tidak cukup. Pasang dulu: POST /api/v1/session/second-factor.",
            "This needs a sign-in with a one-time code; an API key doesn't do. Set it up first: POST /api/v1/session/second-factor.")
        : null;

    /// <summary>The caller as the web framework carries it.</summary>
    public ClaimsPrincipal ToPrincipal(string scheme, params ReadOnlySpan<Claim> more)
    {
        List<Claim> claims =
        [
            new(ClaimTypes.Name, Name), new(ClaimTypes.Role, Role.ToString()), new(RegionClaim, Region.ToString()),
            new(PersonClaim, Person), .. more,
        ];
        if (HasSecondFactor)
            claims.Add(new(SecondFactorClaim, ""));
        if (MustChangePassword)
            claims.Add(new(MustChangeClaim, ""));
        return new(new ClaimsIdentity(claims, scheme));
    }

    /// <summary>The caller of a request that was let in.</summary>
    public static Caller Of(ClaimsPrincipal principal) => new(
        principal.FindFirstValue(ClaimTypes.Name)!,
        Enum.Parse<Role>(principal.FindFirstValue(ClaimTypes.Role)!),
        Region.Parse(principal.FindFirstValue(RegionClaim)!)!,
        principal.FindFirstValue(PersonClaim)!,
        principal.HasClaim(c => c.Type == SecondFactorClaim),
        principal.HasClaim(c => c.Type == MustChangeClaim));

    /// <summary>Lets a handler take its caller as a parameter.</summary>
    public static ValueTask<Caller> BindAsync(HttpContext context) => new(Of(context.User));
}
