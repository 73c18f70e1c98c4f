using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Omr.Service.Access;
using Omr.Service.Hosting;
using Omr.Service.KeyCustody;
using Omr.Service.Rosters;
using Omr.Service.Scoring;
using Omr.Service.Storage;

namespace Omr.Service.Api;

/// <summary>
/// <c>/keys</c>: two people enter a key blind, a third seals it. No answer holds any of it. Keys are the province's, so an
/// account of a smaller region has nothing to do here.
/// </summary>
internal static class KeyEndpoints
{
    private const int LongestReason = 500;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/keys/{kdMapel}/entries", EnterAsync)
            .WithMetadata(UploadedList.Size)
            .For(Act.EnterKey)
            .WithSummary("Enter the key of a subject (CSV or XLSX)")
            .WithDescription("Two people enter it without seeing the other's; reason= says why once a version is sealed.");
        api.MapPost("/keys/{kdMapel}/seal", SealAsync).For(Act.SealKey).WithSummary("Seal a key that two people entered alike");
        api.MapGet("/keys", ListAsync).For(Act.ViewKeys).WithSummary("See which versions of the keys there are and which are pending; never what they say");
    }

    private static async Task<Results<Ok<KeyEntryAnswer>, ProblemHttpResult>> EnterAsync(
        string kdMapel, UploadedList kunci, HttpContext context, Caller caller, KeyDesk desk, FormChoice forms, IOptions<ServiceOptions> options,
        CancellationToken stop, string reason = "")
    {
        if (caller.Region != Region.Province)
            return context.NothingThere(Asked.Key(kdMapel));
        if (reason.Length > LongestReason)
        {
            return context.Problem(StatusCodes.Status422UnprocessableEntity, new(
                $"reason lebih dari {LongestReason} huruf.", $"reason is longer than {LongestReason} characters."));
        }

        if (kunci.File is not { } file)
            return kunci.Problem!;
        var errors = new List<RowError>();
        var pedagogy = options.Value.PedagogyWeight;
        var key = AnswerKeyFile.Read(
            file, FormLimits.Of(forms.Forms), new ScoreWeights(pedagogy, 1 - pedagogy), KeyErrors.WithoutValues, errors);
        if (key is not null && key.Packages.Any(p => p.Subject != kdMapel))
        {
            errors.Add(new(file.Name, 0, new(
                "berkas memuat kunci mapel lain; kirim satu mapel saja", "the file holds another subject's key; send one subject only")));
        }

        if (key is null || errors.Count > 0)
        {
            return context.Problem(
                StatusCodes.Status422UnprocessableEntity,
                new(
                    $"{errors.Count} kesalahan; perbaiki lalu kirim lagi. Tidak ada yang disimpan.",
                    $"{errors.Count} errors; correct them and send it again. Nothing was stored."),
                WrongRow.FirstOf(errors, context));
        }

        var (standing, isReplaced, refusal) = await desk.EnterAsync(kdMapel, key.Packages, reason.Trim(), caller, stop);
        return standing is null
            ? context.Problem(refusal!)
            : TypedResults.Ok(new KeyEntryAnswer(
                kdMapel, standing.Entries.Length, standing.Differences?.IsEmpty, standing.Differences?.Length, standing.Differences,
                context.Say(Told(standing, isReplaced))));
    }

    private static Wording Told(KeyStanding standing, bool isReplaced)
    {
        var done = isReplaced
            ? new Wording("Mengganti entri Anda yang lama.", "It replaces your earlier entry.")
            : new Wording("Entri Anda disimpan.", "Your entry is stored.");
        return done + (standing switch
        {
            { Differences: null } => new("Menunggu entri orang kedua.", "A second person's entry is awaited."),
            { IsAgreed: true } => new("Kedua entri sama; orang ketiga dapat menyegelnya.", "Both entries are the same; a third person can seal it."),
            { Differences: { } differ } => new(
                $"Kedua entri berbeda pada {differ.Length} butir (lihat beda); periksa butir itu pada naskah kunci dan masukkan lagi.",
                $"The two entries differ in {differ.Length} items (see beda); check these in the key's paper and enter them again."),
        });
    }

    private static async Task<Results<Ok<KeySealAnswer>, ProblemHttpResult>> SealAsync(
        string kdMapel, HttpContext context, Caller caller, KeyDesk desk, CancellationToken stop)
    {
        if (caller.Region != Region.Province)
            return context.NothingThere(Asked.Key(kdMapel));
        var (version, refusal) = await desk.SealAsync(kdMapel, caller, stop);
        return refusal is null
            ? TypedResults.Ok(new KeySealAnswer(kdMapel, version))
            : context.Problem(refusal);
    }

    private static async Task<Results<ListAnswer<KeySummary>, ProblemHttpResult>> ListAsync(
        HttpContext context, Caller caller, Store store, KeyStore keys, CancellationToken stop)
    {
        if (caller.Region != Region.Province)
            return context.NothingThere(new("Kunci provinsi", "The province's keys"));
        var standings = await store.ReadAsync(db => keys.StandingsAsync(db, stop), stop);
        return new ListAnswer<KeySummary>(new([.. standings.Select(s => KeySummary.Of(s.Subject, s.Standing))], null));
    }

    /// <param name="Mapel">The subject.</param>
    /// <param name="Entri">How many people entered it since the last sealed version.</param>
    /// <param name="Sepakat">Whether the newest two are the same; null as long as there aren't two.</param>
    /// <param name="JumlahBeda">In how many items they differ.</param>
    /// <param name="Beda">In which.</param>
    /// <param name="Pesan">What became of the entry and what comes next, in the caller's language.</param>
    internal sealed record KeyEntryAnswer(
        string Mapel, int Entri, bool? Sepakat, int? JumlahBeda, IReadOnlyList<KeyPlace>? Beda, string Pesan);

    /// <param name="Mapel">The subject.</param>
    /// <param name="Versi">The version that is sealed now.</param>
    internal sealed record KeySealAnswer(string Mapel, int Versi);
}
