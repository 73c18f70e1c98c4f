using System.Text;
using Omr.Service.Access;
using Omr.Service.Rehearsal;

namespace Omr.Benchmarks.Hosted;

/// <summary>What people give a service before the sheets: roster, attendance, the rooms' minutes, sealed keys; all over HTTP.</summary>
internal sealed class ExamDesk(ServiceRehearsal callers, ExamTruth truth, IReadOnlyList<string> files)
{
    private readonly HashSet<string> _present = files.Select(truth.NumberOf).ToHashSet(StringComparer.Ordinal);

    /// <summary>The rooms of which there is a sheet, each with all its participants.</summary>
    public IReadOnlyDictionary<string, List<string>> Rooms { get; } = RoomsOf(truth, files);

    /// <summary>Enters everything; ends the program's run with what was refused, if anything was.</summary>
    public async Task EnterAsync(CancellationToken stop)
    {
        var people = Rooms.Values.SelectMany(r => r).ToList();
        await MustAsync(callers.SendAsync("admin", Role.Admin, "/api/v1/roster", Lines(truth.Header, people.Select(truth.LineOf)), stop));
        await MustAsync(callers.SendAsync(
            "pemberkasan", Role.Pemberkasan, "/api/v1/attendance",
            Lines("nomor_peserta,hadir", people.Select(p => $"{p},{(_present.Contains(p) ? "H" : "TH")}")), stop));
        foreach (var (room, seats) in Rooms)
            await MustAsync(callers.EnterAsync("pemberkasan", Role.Pemberkasan, $"/api/v1/rooms/{room.Replace('-', '/')}/report", Minutes(seats), stop));
        foreach (var subject in people.GroupBy(p => truth.Of(p, "kd_mapel")))
        {
            var key = ExamKey.File(subject.Key, subject.Select(p => truth.Of(p, "paket")).Distinct());
            foreach (var custodian in (string[])["kunci-1", "kunci-2"])
                await MustAsync(callers.SendAsync(custodian, Role.PemegangKunci, $"/api/v1/keys/{subject.Key}/entries", key, stop));
            var (_, refused) = await callers.OrderAsync("ketua", Role.Ketua, $"/api/v1/keys/{subject.Key}/seal", new { }, stop);
            await MustAsync(Task.FromResult(refused));
        }
    }

    private object Minutes(List<string> seats)
    {
        var (all, present) = (seats.Count, seats.Count(_present.Contains));
        return new
        {
            terdaftar = all, hadir = present, tidakHadir = all - present, ljkDiterima = all, ljkTerkumpul = present, cadanganTerpakai = 0, rusak = 0,
            sisa = all - present, naskahDiterima = all, naskahTerpakai = present, naskahRusak = 0, naskahSisa = all - present, naskahDimusnahkan = all,
        };
    }

    private static Dictionary<string, List<string>> RoomsOf(ExamTruth truth, IReadOnlyList<string> files)
    {
        var used = files.Select(f => truth.RoomOf(truth.NumberOf(f))).ToHashSet(StringComparer.Ordinal);
        return truth.Numbers.GroupBy(truth.RoomOf).Where(r => used.Contains(r.Key)).ToDictionary(r => r.Key, r => r.ToList(), StringComparer.Ordinal);
    }

    private static byte[] Lines(string header, IEnumerable<string> lines) =>
        Encoding.UTF8.GetBytes($"{header}\n{string.Join('\n', lines)}\n");

    private static async Task MustAsync(Task<string?> problem)
    {
        if (await problem is { } refused)
            throw new InvalidOperationException(refused);
    }
}
