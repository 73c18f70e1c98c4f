using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Omr.Service.Access;
using Omr.Service.Web.Layout;

namespace Omr.Service.Web;

/// <summary>Where a page is shown: to whom, in which language, at which path; and how that language writes numbers and times.</summary>
/// <param name="Who">Whoever is signed in; null on the few pages for everybody.</param>
/// <param name="Language">The language that was switched to; Indonesian at first, whatever a browser was installed with.</param>
/// <param name="Path">Path and query of the page.</param>
/// <param name="Time">The clock, for ages and for the zone in which times are told.</param>
/// <param name="IdleMinutes">Minutes of rest after which the page locks itself.</param>
public sealed record Here(Caller? Who, Language Language, string Path, TimeProvider Time, double IdleMinutes)
{
    /// <summary>Name of the cookie that remembers the language.</summary>
    public const string LanguageCookie = "omr-lang";

    private static readonly NumberFormatInfo IndonesianNumbers = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = ".", PercentDecimalSeparator = ",", PercentGroupSeparator = "." };

    private static readonly NumberFormatInfo EnglishNumbers = NumberFormatInfo.InvariantInfo;

    private NumberFormatInfo Numbers => Language == Language.English ? EnglishNumbers : IndonesianNumbers;

    /// <summary>Whether whoever looks may do that; where only a one-time code is missing they may, and are told to give it.</summary>
    public bool May(Act act) => Who is not null && Who.Role.May(act);

    /// <summary>The sentence in the page's language.</summary>
    public string Say(string indonesian, string english) => Language.Pick(indonesian, english);

    /// <summary>The wording in the page's language.</summary>
    public string Say(Wording wording) => Language.Pick(wording.Indonesian, wording.English);

    /// <summary>A count: <c>1.234</c>, in English <c>1,234</c>.</summary>
    public string Count(long count) => count.ToString("#,0", Numbers);

    /// <summary>A figure with two decimals, as scores have; a dash for none.</summary>
    public string Score(decimal? value) => value?.ToString("0.00", Numbers) ?? "–";

    /// <summary>A figure with that many decimals; a dash for what isn't a number.</summary>
    public string Figure(double value, int decimals = 2) => double.IsFinite(value) ? value.ToString("F" + decimals, Numbers) : "–";

    /// <summary>Day and time of the place, <c>27-11-2026 09.14</c>.</summary>
    public string At(DateTime utc) => Local(utc).ToString(Language == Language.English ? "dd-MM-yyyy HH:mm" : "dd-MM-yyyy HH.mm", CultureInfo.InvariantCulture);

    /// <summary>Time of the day, with seconds.</summary>
    public string Clock(DateTime utc) => Local(utc).ToString(Language == Language.English ? "HH:mm:ss" : "HH.mm.ss", CultureInfo.InvariantCulture);

    /// <summary>How long ago that was, in words of the largest unit.</summary>
    public string Age(DateTime utc)
    {
        var age = Time.GetUtcNow().UtcDateTime - utc;
        return age.TotalMinutes < 1 ? Say("baru saja", "just now")
            : age.TotalHours < 1 ? Say($"{age.TotalMinutes:0} menit lalu", $"{age.TotalMinutes:0} min ago")
            : age.TotalDays < 1 ? Say($"{age.TotalHours:0} jam lalu", $"{age.TotalHours:0} h ago")
            : Say($"{age.TotalDays:0} hari lalu", $"{age.TotalDays:0} d ago");
    }

    /// <summary>A page of that component with what it shows.</summary>
    /// <typeparam name="TPage">The page.</typeparam>
    /// <typeparam name="TModel">What it shows.</typeparam>
    public RazorComponentResult Page<TPage, TModel>(TModel model, int status = StatusCodes.Status200OK)
        where TPage : PageOf<TModel> =>
        new(typeof(Document), new Dictionary<string, object?> { [nameof(Document.Here)] = this, [nameof(Document.Page)] = typeof(TPage), [nameof(Document.Model)] = model })
        {
            StatusCode = status,
        };

    /// <summary>Lets a handler take it as a parameter.</summary>
    public static ValueTask<Here> BindAsync(HttpContext context) => new(Of(context));

    /// <summary>Of that request.</summary>
    public static Here Of(HttpContext context) => new(
        context.User.Identity?.IsAuthenticated == true ? Caller.Of(context.User) : null,
        context.Request.Cookies[LanguageCookie] == Language.English.Code ? Language.English : Language.Indonesian,
        context.Request.Path + context.Request.QueryString,
        context.RequestServices.GetRequiredService<TimeProvider>(),
        context.RequestServices.GetRequiredService<Microsoft.Extensions.Options.IOptions<Hosting.ServiceOptions>>().Value.SessionIdleMinutes);

    private DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Time.LocalTimeZone);
}
