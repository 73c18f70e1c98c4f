using System.Diagnostics;
using Omr.Service.Rosters;
using Omr.Service.Storage;

namespace Omr.Service.Tests.Rosters;

/// <summary>The lists as their insert-only rows leave them.</summary>
public sealed class ListStoreTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly Store _store;

    public ListStoreTests() => _store = new(Path.Combine(_folder.Path, "omr.db"));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _store.MigrateAsync(Stop);

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    private Task ImportAsync(IEnumerable<ParticipantRow> people, params AttendanceRow[] attendance) => _store.WriteAsync(
        async db =>
        {
            db.Imports.Add(new()
            {
                Kind = "roster", FileName = "", Sha256 = "", By = "", At = new(2015, 12, 1, 0, 0, 0, DateTimeKind.Utc), Added = 0, Changed = 0, Removed = 0,
            });
            await db.SaveChangesAsync(Stop);
            db.InsertMany(people);
            db.InsertMany(attendance);
        },
        Stop);

    private static ParticipantRow Person(int number, string ruang = "001", bool isRemoved = false) => new()
    {
        ImportId = 1, Number = $"15051218{number:000000}", Name = $"Peserta {number}", BirthDate = new(1975, 7, 5), Kab = $"{number % 38:00}",
        Lokasi = "001", Ruang = ruang, Seat = "01", Subject = "180", Package = "", IsRemoved = isRemoved,
    };

    private static AttendanceRow Came(int number, bool isPresent) =>
        new() { ImportId = 1, Number = $"15051218{number:000000}", IsPresent = isPresent, Incident = "None" };

    [Fact]
    public async Task The_last_row_of_a_number_holds_whether_it_was_loaded_before_or_not()
    {
        var kept = new ListStore(_store);
        await ImportAsync([Person(1), Person(2), Person(3)], Came(1, true));
        Assert.Equal(3, (await kept.CurrentAsync(Stop)).Roster.Participants.Length);
        await ImportAsync([Person(2, "009"), Person(3, isRemoved: true), Person(4)], Came(1, false), Came(2, true));

        foreach (var lists in (Lists[])[await kept.CurrentAsync(Stop), await new ListStore(_store).CurrentAsync(Stop)])
        {
            Assert.Equal(
                ["15051218000001 001", "15051218000002 009", "15051218000004 001"],
                lists.Roster.ByNumber.Select(p => $"{p.Number} {p.Room.Ruang}"));
            Assert.Equal([("15051218000001", false), ("15051218000002", true)], lists.Attendance.Select(a => (a.Key, a.Value.Present)).Order());
        }

        await ImportAsync([Person(3, "007")]);
        Assert.Equal("007", (await kept.CurrentAsync(Stop)).Roster.Find("15051218000003")?.Room.Ruang);
    }

    [Fact]
    public async Task A_reader_that_began_before_an_import_does_not_see_it()
    {
        var lists = new ListStore(_store);
        await ImportAsync([Person(1)]);
        await _store.ReadAsync(
            async db =>
            {
                Assert.Single((await lists.CurrentAsync(db, Stop)).Roster.Participants);
                await ImportAsync([Person(2)]);
                Assert.Equal(2, (await lists.CurrentAsync(Stop)).Roster.Participants.Length);
                Assert.Single((await lists.CurrentAsync(db, Stop)).Roster.Participants);
                return true;
            },
            Stop);
    }

    [Fact]
    public async Task A_province_of_200000_is_loaded_whole()
    {
        await ImportAsync(Enumerable.Range(1, 200_000).Select(n => Person(n, $"{n / 20 % 900:000}")));
        var cpu = Environment.CpuUsage.TotalTime;
        var lists = new ListStore(_store);
        var watch = Stopwatch.StartNew();
        Assert.Equal(200_000, (await lists.CurrentAsync(Stop)).Roster.Participants.Length);
        var first = watch.Elapsed;
        var used = Environment.CpuUsage.TotalTime - cpu;
        watch.Restart();
        await lists.CurrentAsync(Stop);
        TestContext.Current.SendDiagnosticMessage($"first {first.TotalMilliseconds:0} ms ({used.TotalMilliseconds:0} ms of processor), then {watch.Elapsed.TotalMilliseconds:0} ms");
        Assert.True(watch.Elapsed < first / 5, $"first {first}, then {watch.Elapsed}");
    }
}
