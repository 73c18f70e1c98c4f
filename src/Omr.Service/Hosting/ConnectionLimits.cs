using System.Security.Authentication;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Omr.Service.Hosting;

/// <summary>
/// What one connection may take of the service: sizes of requests, how slowly they may come, how many at once, and
/// how old its encryption may be. What is the server's
/// own default today is written down all the same, so that another version changes nothing.
/// </summary>
internal static class ConnectionLimits
{
    /// <summary>The body of a request that is no list: the largest that an honest program sends has some 10 KB.</summary>
    public const int LargestBody = 256 << 10;

    /// <summary>A list: one of 100,000 participants has some 12 MB.</summary>
    public const int LargestList = 64 << 20;

    private const int LargestLine = 8 << 10;
    private const int LargestHeaders = 32 << 10;
    private const int MostHeaders = 100;
    private const int MostConnections = 2000;

    // Bytes a second after a moment's grace; a bad line of an office is a hundred times as fast.
    private const double SlowestBody = 240;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    public static void Set(KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        server.ConfigureHttpsDefaults(tls => tls.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13);
        var limits = server.Limits;
        limits.MaxRequestBodySize = LargestBody;
        limits.MaxRequestLineSize = LargestLine;
        limits.MaxRequestHeadersTotalSize = LargestHeaders;
        limits.MaxRequestHeaderCount = MostHeaders;
        limits.MaxRequestBufferSize = 1 << 20;
        limits.MaxConcurrentConnections = MostConnections;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(30);
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(130);
        limits.MinRequestBodyDataRate = new(SlowestBody, Grace);
        limits.MinResponseDataRate = new(SlowestBody, Grace);
    }
}
