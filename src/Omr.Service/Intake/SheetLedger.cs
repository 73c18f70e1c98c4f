using Microsoft.EntityFrameworkCore;
using Omr.Engine;
using Omr.Scanner;
using Omr.Scanner.Intake;
using Omr.Service.Hosting;
using Omr.Service.Reconciliation;
using Omr.Service.Storage;

namespace Omr.Service.Intake;

/// <summary>The ledger in the database.</summary>
internal sealed class SheetLedger(Store store, Telemetry telemetry, TimeProvider time) : ISheetLedger
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<bool>> ReceiveAsync(IReadOnlyList<Arrival> arrivals, CancellationToken stop) =>
        store.WriteAsync<IReadOnlyList<bool>>(
            async db =>
            {
                var hashes = arrivals.Select(a => a.Sha256).Distinct().ToList();
                var files = await db.Files.Where(f => hashes.Contains(f.Sha256)).ToDictionaryAsync(f => f.Sha256, stop);
                var known = files.Values.Select(f => f.Id).ToList();
                var noted = (await db.Arrivals.Where(a => known.Contains(a.FileId)).ToListAsync(stop))
                    .Select(a => (a.FileId, a.Name, a.Modified)).ToHashSet();
                var isNew = new List<bool>();
                foreach (var arrival in arrivals)
                {
                    isNew.Add(!files.ContainsKey(arrival.Sha256));
                    if (isNew[^1])
                    {
                        var file = new FileRow { Sha256 = arrival.Sha256, Bytes = arrival.Bytes, ReceivedAt = Now };
                        db.Files.Add(file);
                        await db.SaveChangesAsync(stop); // gives it its number
                        files.Add(file.Sha256, file);
                    }

                    var id = files[arrival.Sha256].Id;
                    if (noted.Add((id, arrival.Name, arrival.Modified)))
                    {
                        db.Arrivals.Add(new()
                        {
                            FileId = id, Name = arrival.Name, Room = arrival.Room, Modified = arrival.Modified, At = Now,
                            IsDuplicate = !isNew[^1],
                        });
                    }
                }

                return isNew;
            },
            stop);

    /// <inheritdoc/>
    public Task<IReadOnlyList<WaitingFile>> WaitingAsync(long after, int most, CancellationToken stop) =>
        store.ReadAsync<IReadOnlyList<WaitingFile>>(
            async db => await (
                from file in db.Files
                where file.ReadAt == null && file.Id > after
                orderby file.Id
                select new WaitingFile(
                    file.Id, file.Sha256, db.Arrivals.Where(a => a.FileId == file.Id).OrderBy(a => a.Id).Select(a => a.Name).First()))
                .Take(most).ToListAsync(stop),
            stop);

    /// <inheritdoc/>
    public async Task CompleteAsync(IReadOnlyList<(WaitingFile File, FileReading Reading)> readings, CancellationToken stop)
    {
        // The readings are made into rows before the writers' turn is taken.
        var pages = readings.ToDictionary(r => r.File.Id, r => r.Reading.Pages.Select(p => RowOf(r.File.Id, p)).ToList());
        var stored = await store.WriteAsync(
            async db =>
            {
                var ids = pages.Keys.ToList();
                var rows = new List<PageRow>();
                foreach (var file in await db.Files.Where(f => ids.Contains(f.Id) && f.ReadAt == null).ToListAsync(stop))
                {
                    file.ReadAt = Now;
                    rows.AddRange(pages[file.Id]);
                }

                db.Pages.AddRange(rows);
                return rows;
            },
            stop);
        telemetry.Stored(stored.Count, stored.Count(p => p.Refused.Length > 0));
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private PageRow RowOf(long file, ReadOutcome outcome)
    {
        if (outcome is Refusal refusal)
        {
            return new()
            {
                FileId = file, Page = refusal.Page, At = Now, Engine = ProgramVersion.Text, Refused = refusal.Reason.ToString(),
                Evidence = refusal.Evidence,
            };
        }

        var reading = (SheetReading)outcome;
        var sheet = Sheet.Of(new("", reading.Page), null, reading);
        return new()
        {
            FileId = file,
            Page = reading.Page,
            At = Now,
            Engine = ProgramVersion.Text,
            Form = FormattableString.Invariant($"{reading.TemplateId}/{reading.TemplateVersion}"),
            Paper = sheet.Paper,
            Picture = sheet.Picture,
            NumberState = sheet.Number.State.ToString(),
            Number = sheet.Number.Text,
            Spare = sheet.Number.Spare,
            Subject = sheet.Subject.Shown,
            Package = sheet.Package.Shown,
            Birth = sheet.Birth.Shown,
            Answers = AnswerText.Of(sheet.Answers),
            IsUntouched = sheet.IsUntouched,
            Turn = sheet.Turn,
            IsBlackAndWhite = sheet.IsBlackAndWhite,
            Doubts = reading.Items.Count(i => i.Status == ReadStatus.Doubtful) + (reading.Identity.Status == ReadStatus.Doubtful ? 1 : 0),
            Reading = ReadingJson.Write(reading),
        };
    }
}
