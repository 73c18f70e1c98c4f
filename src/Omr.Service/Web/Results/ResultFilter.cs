using Microsoft.AspNetCore.WebUtilities;
using Omr.Service.Publication;

namespace Omr.Service.Web.Results;

/// <summary>Which results are looked for; what isn't said doesn't matter.</summary>
/// <param name="Cari">The beginning of a number, or a part of a name.</param>
/// <param name="Kab">Only of that kab.</param>
/// <param name="Lokasi">Only of that lokasi.</param>
/// <param name="Ruang">Only of that room.</param>
/// <param name="Mapel">Only of that subject.</param>
/// <param name="Status">Only with that status.</param>
/// <param name="Run">Only of that run.</param>
/// <param name="Cursor">From behind that number on.</param>
public sealed record ResultFilter(
    string? Cari, string? Kab, string? Lokasi, string? Ruang, string? Mapel, string? Status, long? Run, string? Cursor)
{
    private readonly ScoreQuery _query = new(Kab, Lokasi, Ruang, Mapel, Status, null, null, null);
    private readonly string _sought = (Cari ?? "").Trim();

    /// <summary>Whether anything is asked for.</summary>
    public bool IsAsked => new[] { Cari, Kab, Lokasi, Ruang, Mapel, Status }.Any(f => !string.IsNullOrWhiteSpace(f));

    /// <summary>Where the results from behind that number on are listed.</summary>
    public string From(string? cursor) => QueryHelpers.AddQueryString("/hasil", new Dictionary<string, string?>
    {
        ["cari"] = Given(Cari), ["kab"] = Given(Kab), ["lokasi"] = Given(Lokasi), ["ruang"] = Given(Ruang), ["mapel"] = Given(Mapel),
        ["status"] = Given(Status), ["run"] = Run?.ToString(System.Globalization.CultureInfo.InvariantCulture), ["cursor"] = Given(cursor),
    });

    /// <summary>The score card of that participant, in the same run.</summary>
    public string Card(string number) => $"/hasil/{number}" + (Run is { } run ? FormattableString.Invariant($"?run={run}") : "");

    /// <summary>Whether that score is looked for.</summary>
    internal bool Suits(ScoreEntry score) =>
        _query.Suits(score)
        && (_sought.Length == 0 || score.Number.StartsWith(_sought, StringComparison.Ordinal) || score.Name.Contains(_sought, StringComparison.OrdinalIgnoreCase));

    private static string? Given(string? field) => string.IsNullOrWhiteSpace(field) ? null : field;
}
