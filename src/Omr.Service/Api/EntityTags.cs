using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;

namespace Omr.Service.Api;

/// <summary>What callers have already needn't be sent again; nobody on the way may keep it.</summary>
internal static class EntityTags
{
    /// <summary>Kept by the caller only, and asked for again each time.</summary>
    public const string Caching = "private, no-cache";

    private const int HashBytes = 16;

    /// <summary>Answers with a list as JSON, or says that it is what the caller has; its weak tag is a hash of it.</summary>
    public static async Task WriteListAsync(this HttpContext context, ReadOnlyMemory<byte> json)
    {
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(json.Span).AsSpan(0, HashBytes))}\"";
        var response = context.Response;
        response.Headers.ETag = $"W/{tag}";
        response.Headers.CacheControl = Caching;
        if (Knows(context.Request.Headers.IfNoneMatch, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = json.Length;
        await response.BodyWriter.WriteAsync(json, context.RequestAborted);
    }

    /// <summary>Whether <c>If-None-Match</c> names that tag, which has no comma in it, weak or strong.</summary>
    public static bool Knows(StringValues asked, string tag)
    {
        foreach (var line in asked)
        {
            if (line is null)
                continue;
            foreach (var part in line.AsSpan().Split(','))
            {
                var one = line.AsSpan(part).Trim();
                if (one.StartsWith("W/", StringComparison.Ordinal))
                    one = one[2..];
                if (one is "*" || one.SequenceEqual(tag))
                    return true;
            }
        }

        return false;
    }
}
