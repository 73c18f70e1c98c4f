using System.Security.Claims;

namespace Omr.Service.Access;

/// <summary>Who asks: name, role and region of the account behind a request.</summary>
/// <param name="Name">Name of the account.</param>
/// <param name="Role">Its role.</param>
/// <param name="Region">Its region.</param>
internal sealed record Caller(string Name, Role Role, Region Region)
{
    private const string RegionClaim = "omr:region";

    /// <summary>The program itself, in the audit log.</summary>
    public static Caller Program { get; } = new("omr", Role.Admin, Region.Province);

    /// <summary>The caller as the web framework carries it.</summary>
    public ClaimsPrincipal ToPrincipal(string scheme) => new(new ClaimsIdentity(
        [new(ClaimTypes.Name, Name), new(ClaimTypes.Role, Role.ToString()), new(RegionClaim, Region.ToString())],
        scheme));

    /// <summary>The caller of a request that was let in.</summary>
    public static Caller Of(ClaimsPrincipal principal) => new(
        principal.FindFirstValue(ClaimTypes.Name)!,
        Enum.Parse<Role>(principal.FindFirstValue(ClaimTypes.Role)!),
        Region.Parse(principal.FindFirstValue(RegionClaim)!)!);

    /// <summary>Lets a handler take its caller as a parameter.</summary>
    public static ValueTask<Caller> BindAsync(HttpContext context) => new(Of(context.User));
}
