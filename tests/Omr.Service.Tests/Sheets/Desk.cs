using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Omr.Engine;
using Omr.Scanner.Intake;
using Omr.Service.Storage;
using Omr.Service.Tests.Hosting;
using Omr.Service.Tests.Scoring;

namespace Omr.Service.Tests.Sheets;

/// <summary>Stores pages and participants as if they had been scanned and imported, with readings made by hand.</summary>
internal sealed class Desk(OmrApp app)
{
    private static readonly DateTime Noon = new(2015, 12, 9, 5, 0, 0, DateTimeKind.Utc);
    private int _files;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Registers somebody.</summary>
    public Task ParticipantAsync(string number, string room) => app.Store.WriteAsync(
        async db =>
        {
            var import = new ImportRow
            {
                Kind = "roster", FileName = "r.csv", Sha256 = "", By = "admin", At = Noon, Added = 1, Changed = 0, Removed = 0,
            };
            db.Imports.Add(import);
            await db.SaveChangesAsync(Stop);
            var place = room.Split('-');
            db.Participants.Add(new()
            {
                ImportId = import.Id, Number = number, Name = $"Peserta {number}", BirthDate = new(1975, 1, 1), Kab = place[0],
                Lokasi = place[1], Ruang = place[2], Seat = "", Subject = "180", Package = "", IsRemoved = false,
            });
        },
        Stop);

    /// <summary>Stores a sheet and tells its number.</summary>
    /// <param name="number">What is known of the participant number: <c>?</c> in it makes it unclear.</param>
    /// <param name="answers">As in <see cref="Keys.Answers"/>.</param>
    /// <param name="room">The folder it came in.</param>
    /// <param name="picture">Bytes of the file; some that no decoder knows unless said otherwise.</param>
    /// <param name="turn">By how much the scan lies turned.</param>
    /// <param name="package">The bubbled package.</param>
    /// <param name="scannedBy">The operator of the drop folder.</param>
    /// <param name="origin">The drop folder.</param>
    /// <param name="name">The bubbled name.</param>
    /// <param name="isPrinted">Whether the number also stands in the barcode.</param>
    /// <param name="serial">Serial of the paper; a new one unless said otherwise.</param>
    public Task<long> SheetAsync(
        string number, string answers, string room = "12-001-001", byte[]? picture = null, int turn = 0, string package = "01",
        string scannedBy = "", string origin = "", string name = "",
        int? serial = null, bool isPrinted = false)
    {
        // Every paper has a serial of its own, from 42.
        var paper = string.Create(CultureInfo.InvariantCulture, $"ljk-ukg-100/1/{serial ?? 42 + _files:D8}");
        var isKnown = !number.Contains('?', StringComparison.Ordinal);
        var read = Keys.Answers(answers);
        ImmutableArray<ItemReading> items =
        [
            .. number.Select((c, i) => new ItemReading(
                "nomor_peserta", i + 1, c == '?' ? "" : c.ToString(), c == '?' ? ReadStatus.Doubtful : ReadStatus.Ok,
                c == '?' ? DoubtReason.Faint : DoubtReason.None, new(10 * i, 0, 10, 40), 0)),
            .. read.Select((a, i) => new ItemReading(
                "jawaban", i + 1, a.Value, a.Status, a.Status == ReadStatus.Doubtful ? DoubtReason.SecondMark : DoubtReason.None,
                new(40, 60 + (20 * i), 100, 20), 0)),
        ];
        var reading = new SheetReading(
            1, "ljk-ukg-100", 1, "00000042",
            new(number, isKnown ? ReadStatus.Ok : ReadStatus.Doubtful, isKnown ? DoubtReason.None : DoubtReason.Incomplete, isPrinted ? number : "", number),
            items, [0.1f, 0.9f], 0.5f, 0.3f, new(8, 8, 0, turn, 4, 4, 0, 0, 0, false));
        return StoreAsync(room, picture, scannedBy, origin, file => new PageRow
        {
            FileId = file, Page = 1, At = Noon, Engine = "test", Form = "ljk-ukg-100/1", Paper = paper,
            NumberState = isKnown ? "Known" : "Unclear", Number = number, Subject = "180", Package = package, Name = name,
            Answers = AnswerText.Of(read), Turn = turn, Doubts = items.Count(i => i.Status == ReadStatus.Doubtful) + (isKnown ? 0 : 1)
                + (package.Contains('?', StringComparison.Ordinal) ? 1 : 0),
            Reading = ReadingJson.Write(reading),
        });
    }

    /// <summary>Stores a page that was refused and tells its number.</summary>
    public Task<long> RefusedAsync(string room = "12-001-001") => StoreAsync(room, null, "", "", file => new PageRow
    {
        FileId = file, Page = 1, At = Noon, Engine = "test", Refused = nameof(RefusalReason.MarksNotFound), Evidence = "marks=1",
    });

    /// <summary>Stores a cover sheet that came in a flat folder.</summary>
    public Task CoverAsync(string room, string origin) => StoreAsync("", null, "", origin, file => new PageRow
    {
        FileId = file, Page = 1, At = Noon, Engine = "test", Form = "sampul-ljk/1", Paper = $"sampul-ljk/1/{room}", NumberState = "Known",
    });

    /// <summary>The bytes of a page arrive again, in another folder.</summary>
    public Task AgainAsync(long page, string room) => app.Store.WriteAsync(
        async db =>
        {
            var file = (await db.Pages.FindAsync([page], Stop))!.FileId;
            db.Arrivals.Add(new() { FileId = file, Name = $"{room}/lagi.pgm", Room = room, Modified = Noon, At = Noon, IsDuplicate = true });
        },
        Stop);

    private async Task<long> StoreAsync(string room, byte[]? picture, string scannedBy, string origin, Func<long, PageRow> page)
    {
        _files++;
        var bytes = picture ?? Encoding.ASCII.GetBytes($"file {_files}");
        var sha = Convert.ToHexStringLower(SHA256.HashData(bytes));
        using var stream = new MemoryStream(bytes);
        app.Services.GetRequiredService<Vault>().Put(stream, () => true, Stop);
        return await app.Store.WriteAsync(
            async db =>
            {
                var file = new FileRow { Sha256 = sha, Bytes = bytes.Length, ReceivedAt = Noon, ReadAt = Noon };
                db.Files.Add(file);
                await db.SaveChangesAsync(Stop);
                var name = string.Create(CultureInfo.InvariantCulture, $"{_files:D4}.pgm");
                db.Arrivals.Add(new()
                {
                    FileId = file.Id, Name = room.Length == 0 ? name : $"{room}/{name}", Room = room, Modified = Noon, At = Noon,
                    IsDuplicate = false, Operator = scannedBy, Origin = origin,
                });
                var row = page(file.Id);
                db.Pages.Add(row);
                await db.SaveChangesAsync(Stop);
                return row.Id;
            },
            Stop);
    }
}
