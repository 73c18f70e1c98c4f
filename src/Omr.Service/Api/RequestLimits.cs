using System.Globalization;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Omr.Service.Hosting;

namespace Omr.Service.Api;

/// <summary>How often a caller may ask: so many requests a second each, and few tries to sign in.</summary>
internal static class RequestLimits
{
    public const string SignIn = "sign-in";

    public static void AddRequestLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = static (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var known) ? known : TimeSpan.FromSeconds(1);
                rejected.HttpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(Everybody);
            limiter.AddPolicy(SignIn, context => RateLimitPartition.GetFixedWindowLimiter(
                Address(context), _ => new() { PermitLimit = Options(context).SignInsPerMinute, Window = TimeSpan.FromMinutes(1) }));
        });
    }

    private static RateLimitPartition<string> Everybody(HttpContext context)
    {
        var most = Options(context).RequestsPerSecond;
        return RateLimitPartition.GetTokenBucketLimiter(context.User.Identity?.Name ?? Address(context), _ => new()
        {
            TokenLimit = 2 * most,
            TokensPerPeriod = Math.Max(1, most / 10),
            ReplenishmentPeriod = TimeSpan.FromMilliseconds(100),
        });
    }

    private static ServiceOptions Options(HttpContext context) =>
        context.RequestServices.GetRequiredService<IOptions<ServiceOptions>>().Value;

    // Whoever has one address of IPv6 has the other 2^64 of the same network as well.
    private static string Address(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } address => Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, 8)),
        var address => address.MapToIPv4().ToString(),
    };
}
