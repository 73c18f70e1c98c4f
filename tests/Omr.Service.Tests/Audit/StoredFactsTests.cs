using System.Net.Http.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Omr.Service.Access;
using Omr.Service.Audit.Facts;
using Omr.Service.Reconciliation.Closing;
using Omr.Service.Reconciliation.Live;
using Omr.Service.Rosters;
using Omr.Service.Sheets;
using Omr.Service.Tests.Api;
using Omr.Service.Tests.Hosting;
using Omr.Service.Tests.Sheets;

namespace Omr.Service.Tests.Audit;

/// <summary>Rows changed, added or removed in the database behind the program's back, held against the log.</summary>
public sealed class StoredFactsTests : IDisposable
{
    // Each table's insert-only rows and the accounts; what must be said, and nothing else.
    private static readonly (string Sql, string Says)[] Tamperings =
    [
        ("UPDATE participants SET Name = 'Lain' WHERE Number = '15051218020001'", "import 1 isn't what was stored then"),
        ("UPDATE participants SET IsRemoved = 1 WHERE Number = '15051218020003'", "import 1 isn't what was stored then"),
        ("DELETE FROM participants WHERE Number = '15051218020003'", "import 1 isn't what was stored then"),
        ("INSERT INTO participants SELECT 99, ImportId, '15051218020009', Name, BirthDate, Kab, Lokasi, Ruang, Seat, Subject, Package, IsRemoved FROM participants WHERE Id = 1", "import 1 isn't what was stored then"),
        ("UPDATE imports SET By = 'lain' WHERE Id = 1", "import 1 isn't what was stored then"),
        ("UPDATE attendance SET IsPresent = 0", "import 2 isn't what was stored then"),
        ("DELETE FROM attendance; DELETE FROM imports WHERE Id = 2", "import 2 is in the log, but isn't stored"),
        ("INSERT INTO imports SELECT 9, Kind, FileName, Sha256, By, At, 0, 0, 0 FROM imports WHERE Id = 2", "import 9 is stored, but isn't in the log"),
        ("UPDATE room_reports SET SheetsCollected = 23", "the report of room 12-001-003 isn't what was stored then"),
        ("DELETE FROM room_reports", "the report of room 12-001-003 is in the log, but isn't stored"),
        ("UPDATE room_reports SET At = '2020-01-01 00:00:00'", "the report of room 12-001-003 isn't what was stored then"),
        ("DELETE FROM batch_scans", "who scanned batch 12-001-003 is in the log, but isn't stored"),
        ("UPDATE batch_scans SET Operator = 'lain'", "who scanned batch 12-001-003 isn't what was stored then"),
        ("UPDATE corrections SET New = 'B'", "the proposed correction (page 1 jawaban 1 correction 1) isn't what was stored then|the decision on the correction (page 1 jawaban 1 correction 1) isn't what was stored then"),
        ("UPDATE corrections SET By = 'lain'", "the proposed correction (page 1 jawaban 1 correction 1) isn't what was stored then"),
        ("UPDATE correction_decisions SET IsAccepted = 0", "the decision on the correction (page 1 jawaban 1 correction 1) isn't what was stored then"),
        ("DELETE FROM correction_decisions", "the decision on the correction (page 1 jawaban 1 correction 1) is in the log, but isn't stored"),
        ("UPDATE finding_acts SET Act = 'close'", "what was done about finding D10 12-001-003 15051218020003 isn't what was stored then"),
        ("UPDATE key_entries SET By = 'lain' WHERE Id = 2", "an entry of the key of subject 180 isn't what was stored then"),
        ("UPDATE key_versions SET Cipher = x'00'", "the sealed key of subject 180 isn't what was stored then"),
        ("UPDATE accounts SET Role = 'Ketua' WHERE Name = 'oki'", "account oki: role or region not as the log tells"),
        ("UPDATE accounts SET Scope = '' WHERE Name = 'vera'", "account vera: role or region not as the log tells"),
        ("UPDATE accounts SET Person = 'lain' WHERE Name = 'ketua'", "account ketua: who uses it not as the log tells"),
        ("UPDATE accounts SET Secret = (SELECT Secret FROM accounts WHERE Name = 'admin') WHERE Name = 'ketua'", "account ketua: password or key not as the log tells"),
        ("UPDATE accounts SET IsSecondFactorConfirmed = 0 WHERE Name = 'ketua'", "account ketua: one-time codes not as the log tells"),
        ("UPDATE accounts SET SecondFactor = 'x' WHERE Name = 'ketua'", "account ketua: one-time codes not as the log tells"),
        ("UPDATE accounts SET DisabledAt = NULL WHERE Name = 'gone'", "account gone: whether it is shut out not as the log tells"),
        ("UPDATE accounts SET ApprovedBy = 'ketua' WHERE Name = 'waiting'", "account waiting: who approved it not as the log tells"),
        ("INSERT INTO accounts SELECT 99, 'hantu', Person, IsMachine, Role, Scope, Secret, CreatedAt, ApprovedBy, DisabledAt, PasswordIssuedAt, FailedSignIns, LockedUntil, SecondFactor, IsSecondFactorConfirmed, SecondFactorStep FROM accounts WHERE Name = 'oki'", "account hantu is stored, but isn't in the log"),
        ("INSERT INTO sessions SELECT 99, 'abc', AccountId, 1, StartedAt, SeenAt, NULL FROM sessions WHERE AccountId = (SELECT Id FROM accounts WHERE Name = 'ketua') LIMIT 1", "account ketua: sessions not as the log tells"),
        ("UPDATE sessions SET HasSecondFactor = 1", "account admin: sessions not as the log tells|account ketua: sessions not as the log tells"),
    ];

    private readonly TempFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Database => Path.Combine(_folder.Path, "omr.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_changed_beside_the_log_is_named_and_nothing_else()
    {
        await WriteAsync();
        Settle();
        var (untouched, notes) = await CompareAsync(Database);
        Assert.Empty(untouched);
        Assert.Empty(notes);

        foreach (var (sql, says) in Tamperings)
            Assert.Equal((sql, says), (sql, string.Join('|', (await CompareAsync(Tampered(sql))).Findings)));
    }

    [Fact]
    public async Task Logs_of_an_older_version_are_said_not_to_tell_everything()
    {
        await WriteAsync();
        Settle();
        var older = Tampered(
            "UPDATE audit SET After = substr(After, 1, instr(After, ', rows sha256') - 1) WHERE Act LIKE '%.import';"
            + "UPDATE audit SET After = substr(After, 1, instr(After, ', ') - 1), Why = '' WHERE Act = 'account.create';"
            + "UPDATE audit SET After = '' WHERE Act IN ('session.start', 'account.password')");
        var (findings, notes) = await CompareAsync(older);
        Assert.Empty(findings);
        Assert.Collection(
            notes,
            n => Assert.StartsWith("2 imports of an older version", n, StringComparison.Ordinal),
            n => Assert.Contains("accounts of an older version", n, StringComparison.Ordinal));
    }

    private static async Task<(string[] Findings, string[] Notes)> CompareAsync(string database)
    {
        var (findings, notes) = await StoredFacts.CompareAsync(database, Stop);
        return ([.. findings.Select(f => f.What.English)], [.. notes.Select(n => n.English)]);
    }

    private string Tampered(string sql)
    {
        var copy = Path.Combine(_folder.Path, "copy.db");
        File.Copy(Database, copy, overwrite: true);
        using var database = new SqliteConnection($"Data Source={copy};Pooling=false");
        database.Open();
        using var triggers = database.CreateCommand();
        triggers.CommandText = "SELECT group_concat('DROP TRIGGER ' || name, ';') FROM sqlite_master WHERE type = 'trigger'";
        WrittenLog.Run(database, $"PRAGMA journal_mode=DELETE; PRAGMA synchronous=OFF; PRAGMA foreign_keys=OFF; BEGIN; {(string)triggers.ExecuteScalar()!}; {sql}; COMMIT");
        return copy;
    }

    // So that the file alone is all of it.
    private void Settle()
    {
        using var database = new SqliteConnection($"Data Source={Database};Pooling=false");
        database.Open();
        WrittenLog.Run(database, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    // Some of everything.
    private async Task WriteAsync()
    {
        await using var app = await OmrApp.StartAsync(_folder);
        using var admin = await app.PersonAsync(Role.Admin, name: "admin");
        using var ketua = await app.PersonAsync(Role.Ketua, name: "ketua");
        using var oki = await app.CallerAsync(Role.Operator, name: "oki");
        using var vera = await app.CallerAsync(Role.Verifikator, "12", "vera");
        await admin.SendAsync(
            "/api/v1/roster", "nomor_peserta,nama,tgl_lahir,kd_kab,lokasi,ruang,kursi,kd_mapel",
            "15051218020001,Siti Aminah,05-07-1975,12,001,003,01,180", "15051218020003,Ani Lestari,01-01-1981,12,001,003,02,180").JsonAsync();
        await vera.SendAsync("/api/v1/attendance", "nomor_peserta,hadir", "15051218020001,H", "15051218020003,H").JsonAsync();
        await vera.PutAsJsonAsync("/api/v1/rooms/12/001/003/report", new { terdaftar = 2, hadir = 2, ljkTerkumpul = 2, catatan = "a, b" }, Stop).JsonAsync();
        await app.Services.GetRequiredService<ScanLog>().RecordAsync(new RoomId("12", "001", "003"), new("oki", Role.Operator, Region.Province), Stop);
        var page = await new Desk(app).SheetAsync("15051218020001", "?A", "12-001-003");
        var proposed = await vera.PostAsJsonAsync("/api/v1/review/proposals", new { lembar = page, isian = "jawaban", butir = 1, baru = "A", alasan = "tebal" }, Stop).JsonAsync(201);
        await ketua.PostAsJsonAsync($"/api/v1/review/proposals/{proposed.Number("id")}/decision", new { terima = true, catatan = "ya" }, Stop);
        await app.Services.GetRequiredService<ActStore>().RecordAsync(
            new("vera", Role.Verifikator, Region.Province), new("D10", "12-001-003", "15051218020003", ""), FindingActKind.Answer, "dicari", Stop);
        foreach (var holder in (string[])["kunci-1", "kunci-2"])
        {
            using var custodian = await app.CallerAsync(Role.PemegangKunci, name: holder);
            await custodian.SendAsync("/api/v1/keys/180/entries", "kd_mapel,paket,butir,kunci,ranah,kebijakan", "180,01,1,A,P,", "180,01,2,C,F,").JsonAsync();
        }

        await ketua.PostAsync("/api/v1/keys/180/seal", null, Stop).JsonAsync();
        await admin.PostAsJsonAsync("/api/v1/accounts", new { nama = "waiting", orang = "77", peran = "Operator" }, Stop).JsonAsync();
        await admin.PostAsJsonAsync("/api/v1/accounts", new { nama = "gone", orang = "78", peran = "Operator" }, Stop).JsonAsync();
        await ketua.PostAsync("/api/v1/accounts/gone/approval", null, Stop);
        await admin.PostAsync("/api/v1/accounts/gone/password", null, Stop).JsonAsync();
        await admin.DeleteAsync("/api/v1/accounts/gone", Stop);
        await oki.PostAsJsonAsync("/api/v1/session", new { nama = "gone", sandi = "salah" }, Stop);
    }
}
