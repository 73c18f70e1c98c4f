using Microsoft.AspNetCore.Diagnostics;
using Omr.Service.Access;
using Omr.Service.Hosting;

namespace Omr.Service.Web.Faults;

/// <summary>Tells people on a page, and not in JSON, that something isn't there, isn't theirs or went wrong.</summary>
internal sealed class PageFaults : IExceptionHandler
{
    /// <summary>Shows a page where a page's answer would be a bare status.</summary>
    public static void Use(WebApplication app) => app.UseWhen(
        static c => c.Request.IsPage(), static pages => pages.UseStatusCodePages(static c => ShowAsync(c.HttpContext, c.HttpContext.Response.StatusCode)));

    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (!context.Request.IsPage())
            return false;
        var status = exception is BadHttpRequestException bad ? bad.StatusCode
            : FaultWording.Is(exception) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;
        context.Response.StatusCode = status;
        await ShowAsync(context, status);
        return true;
    }

    private static Task ShowAsync(HttpContext context, int status)
    {
        // What no route is for is denied to everybody; to people it simply isn't there.
        if (status == StatusCodes.Status403Forbidden && context.GetEndpoint() is null)
            status = StatusCodes.Status404NotFound;
        var (title, what) = Said(context, status);
        var trace = status >= StatusCodes.Status500InternalServerError ? System.Diagnostics.Activity.Current?.Id ?? context.TraceIdentifier : "";
        return Here.Of(context).Page<FaultPage, FaultModel>(new(status, title, what, trace), status).ExecuteAsync(context);
    }

    private static (Wording Title, Wording What) Said(HttpContext context, int status) => status switch
    {
        StatusCodes.Status404NotFound => (
            new("Tidak ada", "Not there"),
            new("Halaman atau data itu tidak ada, atau di luar wilayah akun ini.", "There is no such page or data, or it is outside of this account's region.")),
        StatusCodes.Status403Forbidden => (
            new("Bukan untuk akun ini", "Not for this account"),
            context.Hindrance() ?? new("Akun ini tidak berhak melihat halaman itu.", "This account may not see that page.")),
        StatusCodes.Status429TooManyRequests => (
            new("Tunggu sebentar", "Wait a moment"), new("Terlalu banyak permintaan; coba lagi sebentar.", "Too many requests; try again in a moment.")),
        StatusCodes.Status400BadRequest => (
            new("Alamat salah", "Wrong address"), new("Alamat halaman ini tidak dapat dipahami.", "This page's address can't be understood.")),
        StatusCodes.Status503ServiceUnavailable => (
            new("Server belum siap", "The server isn't ready"),
            new("Server belum dapat menjawab; tidak ada yang disimpan. Coba lagi sebentar, atau panggil administrator.", "The server can't answer yet; nothing was stored. Try again in a moment, or call the administrator.")),
        _ => (
            new("Kesalahan di server", "Server error"),
            new("Ada yang salah di server, bukan pada Anda. Tidak ada yang hilang; coba lagi, lalu panggil administrator.", "Something is wrong on the server, not with you. Nothing is lost; try again, then call the administrator.")),
    };
}
