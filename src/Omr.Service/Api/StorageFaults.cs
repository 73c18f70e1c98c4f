using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Net.Http.Headers;
using Omr.Service.Hosting;

namespace Omr.Service.Api;

/// <summary>Says what hinders the server where its disk or database does: not yet (503), and that nothing of the request was stored.</summary>
internal sealed class StorageFaults : IExceptionHandler
{
    private const string Seconds = "10";

    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (!FaultWording.Is(exception) || exception is BadHttpRequestException)
            return false;
        var fault = FaultWording.Of(exception);
        context.Response.Headers[HeaderNames.RetryAfter] = Seconds;
        await context.Problem(StatusCodes.Status503ServiceUnavailable, new(
            $"Tidak ada yang disimpan: {fault.Indonesian}.", $"Nothing was stored: {fault.English}.")).ExecuteAsync(context);
        return true;
    }
}
