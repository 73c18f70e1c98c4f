using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Omr.Service.Access;

namespace Omr.Service.Api;

/// <summary>The problems that the API answers with (RFC 9457), in the caller's language.</summary>
internal static class Problems
{
    private static readonly Wording JsonOnly = new(
        "Kirim isinya sebagai JSON dengan Content-Type: application/json.", "Send it as JSON with Content-Type: application/json.");

    private static readonly Dictionary<int, (string Kind, Wording Title)> Known = new()
    {
        [400] = ("bad-request", new("Permintaan tidak dapat dipahami", "The request can't be understood")),
        [401] = ("unauthenticated", new("Kunci API atau sesi diperlukan", "An API key or a session is needed")),
        [403] = ("forbidden", new("Akun ini tidak berhak melakukan itu", "This account may not do that")),
        [404] = ("not-found", new("Tidak ada", "There is no such thing")),
        [405] = ("method", new("Metode itu tidak ada di sini", "That method isn't here")),
        [409] = ("conflict", new("Bertentangan dengan keadaan sekarang", "At odds with how things stand")),
        [412] = ("changed", new("Sudah diubah orang lain", "Somebody else changed it")),
        [413] = ("too-large", new("Kiriman terlalu besar", "Too much was sent")),
        [415] = ("media-type", new("Jenis kiriman tidak dikenal", "Unknown type of content")),
        [416] = ("range", new("Bagian berkas itu tidak ada", "The file has no such part")),
        [422] = ("invalid", new("Isi kiriman salah", "What was sent is wrong")),
        [428] = ("precondition", new("Sebutkan keadaan yang diubah", "Say which state you change")),
        [429] = ("too-many", new("Terlalu banyak permintaan; coba lagi sebentar", "Too many requests; try again in a moment")),
        [500] = ("failed", new("Kesalahan di server; lihat log dengan nomor jejak ini", "Server error; look for this trace in the log")),
        [503] = ("unavailable", new("Belum siap", "Not ready")),
    };

    /// <summary>All of them, by status, with their kind and title.</summary>
    public static IReadOnlyDictionary<int, (string Kind, Wording Title)> All => Known;

    /// <summary>A problem of that status; what exactly is wrong and what to do.</summary>
    public static ProblemHttpResult Problem(this HttpContext context, int status, Wording detail, object? errors = null)
    {
        var problem = new ProblemDetails { Status = status, Detail = context.Say(detail) };
        if (errors is not null)
            problem.Extensions["errors"] = errors;
        Complete(context, problem);
        return TypedResults.Problem(problem);
    }

    /// <summary>The problem of something that isn't done.</summary>
    public static ProblemHttpResult Problem(this HttpContext context, Refused refused) => context.Problem(
        refused.Status, refused.Why, refused.Reasons?.Select(context.Say).ToList());

    /// <summary>There is no such thing, or the caller may not know of it: both are told alike.</summary>
    /// <param name="context">The request.</param>
    /// <param name="asked">What was asked for, as the caller named it.</param>
    public static ProblemHttpResult NothingThere(this HttpContext context, Wording asked) => context.Problem(
        StatusCodes.Status404NotFound,
        new(
            $"{asked.Indonesian} tidak ada, atau di luar wilayah akun ini.",
            $"{asked.English} isn't there, or is outside of this account's region."));

    /// <summary>Gives a problem its kind, its title and its language; used for those of the framework as well.</summary>
    public static void Complete(HttpContext context, ProblemDetails problem)
    {
        var status = problem.Status ?? context.Response.StatusCode;
        problem.Status = status;
        if (Known.TryGetValue(status, out var known))
            (problem.Type, problem.Title) = ($"urn:omr:problem:{known.Kind}", context.Say(known.Title));
        if (status == StatusCodes.Status403Forbidden && context.Hindrance() is { } hindrance)
            problem.Detail ??= context.Say(hindrance);
        if (status == StatusCodes.Status415UnsupportedMediaType)
            problem.Detail ??= context.Say(JsonOnly);
        problem.Extensions["traceId"] = System.Diagnostics.Activity.Current?.Id ?? context.TraceIdentifier;
        context.Response.Headers[HeaderNames.ContentLanguage] = context.Language().Code;
    }
}
