using System.Reflection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;
using Omr.Service.Hosting;
using Omr.Service.Rosters;

namespace Omr.Service.Api;

/// <summary>
/// A list that somebody sends: as the body itself or as the one file of a form. A handler takes it as a parameter, whose name is
/// what the list is called if the sender doesn't name it.
/// </summary>
/// <param name="File">The list; null if there is none.</param>
/// <param name="Problem">Why there is none.</param>
internal sealed record UploadedList(ListFile? File, ProblemHttpResult? Problem) : IEndpointParameterMetadataProvider
{
    /// <summary>CSV.</summary>
    public const string Csv = "text/csv";

    /// <summary>A form with one file in it.</summary>
    public const string Form = "multipart/form-data";

    /// <summary>XLSX.</summary>
    public const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const int LongestName = 100;

    // As much as a request may be; a list, which may be a key, is never put on the disk on its way in.
    private const int LargestForm = ConnectionLimits.LargestList;

    /// <summary>For the routes that take one: how large their bodies may be.</summary>
    public static RequestSizeLimitAttribute Size { get; } = new(LargestForm);

    /// <summary>Says of a route that it takes a list, so that the API's description can say so.</summary>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(new Taken());

    /// <summary>Takes the list from the request.</summary>
    public static async ValueTask<UploadedList> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var (name, stop) = (parameter.Name!, context.RequestAborted);
        var type = MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var parsed) ? parsed.MediaType.Value : "";
        try
        {
            return type?.ToLowerInvariant() switch
            {
                Csv or Workbook => await BodyAsync(context, name, stop),
                Form => await FormAsync(context, name, stop),
                _ => new(null, context.Problem(
                    StatusCodes.Status415UnsupportedMediaType,
                    new(
                        $"Kirim daftar sebagai {Csv}, {Workbook} atau {Form}.",
                        $"Send the list as {Csv}, {Workbook} or {Form}."))),
            };
        }
        catch (BadHttpRequestException bad)
        {
            return new(null, context.Problem(
                bad.StatusCode, new("Kiriman terputus atau terlalu besar.", "What was sent is cut off or too large.")));
        }
        catch (InvalidDataException)
        {
            return new(null, context.Problem(
                StatusCodes.Status400BadRequest, new("Formulir kiriman tidak utuh.", "The form that was sent isn't whole.")));
        }
    }

    private static async Task<UploadedList> BodyAsync(HttpContext context, string name, CancellationToken stop)
    {
        using var bytes = new MemoryStream();
        await context.Request.Body.CopyToAsync(bytes, stop);
        var named = ContentDispositionHeaderValue.TryParse(context.Request.Headers.ContentDisposition.ToString(), out var disposition)
            ? HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value
            : null;
        return new(new(Named(named, name), bytes.GetBuffer().AsMemory(0, (int)bytes.Length)), null);
    }

    private static async Task<UploadedList> FormAsync(HttpContext context, string name, CancellationToken stop)
    {
        var form = await context.Request.ReadFormAsync(
            new FormOptions { MemoryBufferThreshold = LargestForm, MultipartBodyLengthLimit = LargestForm }, stop);
        if (form.Files is not [var file])
        {
            return new(null, context.Problem(
                StatusCodes.Status400BadRequest, new("Formulir harus memuat tepat satu berkas.", "The form must hold just one file.")));
        }

        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, stop);
        return new(new(Named(file.FileName, name), bytes.GetBuffer().AsMemory(0, (int)bytes.Length)), null);
    }

    private static string Named(string? given, string otherwise)
    {
        var name = new string([.. (given ?? "").Split('/', '\\')[^1].Where(c => !char.IsControl(c)).Take(LongestName)]);
        return name.Length == 0 ? otherwise : name;
    }

    /// <summary>That a route takes a list. Not as the framework has it, which would answer other types in its own words.</summary>
    internal sealed record Taken;
}
