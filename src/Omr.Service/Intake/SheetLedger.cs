using Microsoft.EntityFrameworkCore;
using Omr.Engine;
using Omr.Scanner;
using Omr.Scanner.Intake;
using Omr.Service.Hosting;
using Omr.Service.Reconciliation;
using Omr.Service.Storage;

namespace Omr.Service.Intake;

/// <summary>The ledger in the database.</summary>
internal sealed class SheetLedger(Store store, DropPlaces drops, Telemetry telemetry, TimeProvider time) : ISheetLedger
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<bool>> ReceiveAsync(IReadOnlyList<Arrival> arrivals, CancellationToken stop) =>
        store.WriteAsync<IReadOnlyList<bool>>(
            db =>
            {
                using var file = db.Prepare(
                    "INSERT INTO files (Sha256, Bytes, ReceivedAt) VALUES ($0, $1, $2) ON CONFLICT (Sha256) DO NOTHING", 3);
                using var arrival = db.Prepare(
                    """
                    INSERT INTO arrivals (FileId, Name, Room, Modified, At, IsDuplicate, Origin, Operator, PredecessorId)
                    SELECT f.Id, $1, $2, $3, $4, $5, $6, $7,
                        (SELECT max(b.Id) FROM arrivals b
                         WHERE $8 IS NOT NULL AND b.Origin = $6 AND b.Name = $1 AND b.Modified = $8 AND b.FileId <> f.Id)
                    FROM files f WHERE f.Sha256 = $0
                    ON CONFLICT (FileId, Origin, Name, Modified) DO NOTHING
                    """,
                    9);
                var isNew = new List<bool>(arrivals.Count);
                foreach (var a in arrivals)
                {
                    isNew.Add(file.Run(a.Sha256, a.Bytes, Now) > 0);
                    var drop = drops.Of(a.Drop);
                    arrival.Run(
                        a.Sha256, a.Name, a.Room, a.Modified, Now, !isNew[^1], drop.Name, drop.Operator, a.Before ?? (object)DBNull.Value);
                }

                return Task.FromResult<IReadOnlyList<bool>>(isNew);
            },
            stop);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Arrival>> ArrivedAsync(string drop, CancellationToken stop) =>
        store.ReadAsync<IReadOnlyList<Arrival>>(
            async db =>
            {
                var origin = drops.Of(drop).Name;
                return await (
                    from arrival in db.Arrivals
                    where arrival.Origin == origin
                    join file in db.Files on arrival.FileId equals file.Id
                    orderby arrival.Id
                    select new Arrival(
                        arrival.Name, arrival.Room, arrival.Modified, file.Sha256, file.Bytes, drop,
                        db.Arrivals.Where(b => b.Id == arrival.PredecessorId).Select(b => (DateTime?)b.Modified).FirstOrDefault()))
                    .ToListAsync(stop);
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
            db =>
            {
                using var read = db.Prepare("UPDATE files SET ReadAt = $0 WHERE Id = $1 AND ReadAt IS NULL", 2);
                var rows = pages.Where(p => read.Run(Now, p.Key) > 0).SelectMany(p => p.Value).ToList();
                db.InsertMany(rows);
                return Task.FromResult(rows);
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
            Name = sheet.Name.Shown,
            Answers = AnswerText.Of(sheet.Answers),
            IsUntouched = sheet.IsUntouched,
            Turn = sheet.Turn,
            IsBlackAndWhite = sheet.IsBlackAndWhite,
            Doubts = reading.Items.Count(i => i.Status == ReadStatus.Doubtful) + (reading.Identity.Status == ReadStatus.Doubtful ? 1 : 0),
            Reading = ReadingJson.Write(reading),
        };
    }
}
