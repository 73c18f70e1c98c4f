using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Omr.Service.Access;
using Omr.Service.Hosting;
using Omr.Service.Storage;

namespace Omr.Benchmarks.Hosted;

/// <summary>
/// People at work over HTTP while the service is ended under them: they import, enter, propose, decide, and look at sheets.
/// What was answered with success, and every sheet that was told, must be there afterwards.
/// </summary>
internal sealed class OfficeActs
{
    private const string Header = "nomor_peserta,nama,tgl_lahir,kd_kab,lokasi,ruang,kursi,kd_mapel\n";
    private const string District = "90";

    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(100);
    private static readonly Role[] Roles = [Role.Admin, Role.Pemberkasan, Role.Operator, Role.Verifikator];

    private readonly Dictionary<Role, string> _keys = [];
    private readonly HashSet<string> _answered = new(StringComparer.Ordinal);
    private readonly HashSet<string> _late = new(StringComparer.Ordinal);
    private readonly List<string> _broken = [];
    private Power _power = new();
    private int _serial;
    private long _page;

    private OfficeActs()
    {
    }

    /// <summary>Acts that were answered with success, and sheets that were told.</summary>
    public int Count => _answered.Count;

    /// <summary>Answers that came when the power was gone already; they don't count.</summary>
    public int Late => _late.Count;

    /// <summary>Of those, what was gone when it was looked for last.</summary>
    public int LateGone { get; private set; }

    /// <summary>Answers that say that the service failed.</summary>
    public IReadOnlyList<string> Broken => _broken;

    /// <summary>Makes accounts for them in a data folder whose service has started.</summary>
    public static async Task<OfficeActs> HireAsync(string data)
    {
        var office = new OfficeActs();
        await using var store = new Store(DataFolder.DatabaseOf(data));
        var accounts = new Accounts(store, TimeProvider.System);
        foreach (var role in Roles)
            office._keys[role] = (await accounts.CreateKeyAsync($"bench-{role}", role, Region.Province, CancellationToken.None))!;
        return office;
    }

    /// <summary>They work until the service is gone.</summary>
    /// <param name="url">The service.</param>
    /// <param name="stop">Ends it.</param>
    /// <param name="power">What tells which answers count; without it all do.</param>
    public async Task WorkAsync(string url, CancellationToken stop, Power? power = null)
    {
        _power = power ?? new();
        using var http = new HttpClient { BaseAddress = new(url) };
        try
        {
            while (true)
            {
                await ActAsync(http, ++_serial, stop);
                await Task.Delay(Breath, stop);
            }
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or OperationCanceledException or JsonException)
        {
            // What was asked last has no answer, and may have happened or not.
        }
    }

    /// <summary>What was answered and isn't there, and facts without their entry in the log or the other way round.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(string data)
    {
        await using var store = new Store(DataFolder.DatabaseOf(data));
        var there = new HashSet<string>(StringComparer.Ordinal);
        var faults = new List<string>();
        await store.ReadAsync(
            async db =>
            {
                there.UnionWith((await db.Participants.Select(p => p.Number).ToListAsync()).Select(n => $"participant {n}"));
                there.UnionWith((await db.Attendance.Where(a => a.IsPresent).Select(a => a.Number).ToListAsync()).Select(n => $"attendance {n}"));
                there.UnionWith((await db.RoomReports.Select(r => r.Ruang).ToListAsync()).Select(r => $"minutes {r}"));
                there.UnionWith((await db.Corrections.ToListAsync()).Select(c => Invariant($"proposal {c.Id} of {c.PageId}")));
                there.UnionWith((await db.CorrectionDecisions.ToListAsync()).Select(d => Invariant($"decision {d.CorrectionId}")));
                there.UnionWith((await db.Pages.Join(db.Files, p => p.FileId, f => f.Id, (p, f) => new { p.Id, f.Sha256, p.At }).ToListAsync())
                    .Select(p => Invariant($"sheet {p.Id} {p.Sha256} {p.At.Ticks}")));
                var entries = (await db.Audit.Select(a => a.Act).ToListAsync()).ToLookup(a => a.Split('.')[0]);
                void Same(string what, int facts, int logged) => faults.AddRange(facts == logged ? [] : [Invariant($"{what}: {facts}, in the log {logged}")]);
                Same("imports", await db.Imports.CountAsync(), entries["roster"].Count() + entries["attendance"].Count());
                Same("room reports", await db.RoomReports.CountAsync(), entries["room"].Count());
                Same("proposals and decisions", await db.Corrections.CountAsync() + await db.CorrectionDecisions.CountAsync(), entries["correction"].Count());
                return there;
            },
            CancellationToken.None);
        LateGone = _late.Except(there).Count();
        faults.AddRange(_answered.Except(there).Select(a => $"answered, and gone: {a}"));
        return faults;
    }

    private void Note(string act)
    {
        if (!_power.WhileOn(() => _answered.Add(act)))
            _late.Add(act);
    }

    private async Task ActAsync(HttpClient http, int serial, CancellationToken stop)
    {
        var (number, room) = (Invariant($"99{serial:000000000000}"), Invariant($"{serial:000000}"));
        if (await ListAsync(http, Role.Admin, "roster", $"{Header}{number},Bench,01-02-1980,{District},001,{room},01,180\n", stop))
            Note($"participant {number}");
        if (await ListAsync(http, Role.Pemberkasan, "attendance", $"nomor_peserta,hadir\n{number},H\n", stop))
            Note($"attendance {number}");
        using (var minutes = JsonContent.Create(new { terdaftar = 1, hadir = 1, tidakHadir = 0, ljkDiterima = 1, ljkTerkumpul = 1 }))
        using (var answer = await SendAsync(http, Role.Pemberkasan, HttpMethod.Put, $"rooms/{District}/001/{room}/report", minutes, stop))
        {
            if (answer.IsSuccessStatusCode)
                Note($"minutes {room}");
        }

        using var sheet = await SendAsync(http, Role.Operator, HttpMethod.Get, Invariant($"sheets/{_page + 1}"), null, stop);
        if (!sheet.IsSuccessStatusCode)
            return;
        var told = await sheet.Content.ReadFromJsonAsync<JsonElement>(stop);
        var at = told.GetProperty("dibaca").GetDateTime();
        Note(Invariant($"sheet {++_page} {told.GetProperty("sha256").GetString()} {at.Ticks}"));
        await CorrectAsync(http, _page, stop);
    }

    private async Task CorrectAsync(HttpClient http, long page, CancellationToken stop)
    {
        using var proposal = JsonContent.Create(new { lembar = page, isian = "page", butir = 0, baru = "pindai-ulang", alasan = "bench" });
        using var proposed = await SendAsync(http, Role.Operator, HttpMethod.Post, "review/proposals", proposal, stop);
        if (!proposed.IsSuccessStatusCode)
            return;
        var id = (await proposed.Content.ReadFromJsonAsync<JsonElement>(stop)).GetProperty("id").GetInt64();
        Note(Invariant($"proposal {id} of {page}"));
        using var decision = JsonContent.Create(new { terima = true, catatan = "bench" });
        using var decided = await SendAsync(http, Role.Verifikator, HttpMethod.Post, Invariant($"review/proposals/{id}/decision"), decision, stop);
        if (decided.IsSuccessStatusCode)
            Note(Invariant($"decision {id}"));
    }

    private async Task<bool> ListAsync(HttpClient http, Role role, string path, string list, CancellationToken stop)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(list));
        content.Headers.ContentType = new("text/csv");
        using var answer = await SendAsync(http, role, HttpMethod.Post, path, content, stop);
        return answer.IsSuccessStatusCode;
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpClient http, Role role, HttpMethod method, string path, HttpContent? content, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/{path}") { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _keys[role]);
        var answer = await http.SendAsync(request, stop);
        if ((int)answer.StatusCode >= 500)
            _broken.Add($"{method} {path}: {answer.StatusCode}");
        return answer;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
