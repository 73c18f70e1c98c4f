using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Omr.Service.Access;
using Omr.Service.Audit;
using Omr.Service.Hosting;
using Omr.Service.Storage;

namespace Omr.Service.Rosters;

/// <summary>
/// Takes lists in as differences: what is new is added, what would overwrite something must have been looked at before,
/// and a list with a wrong row changes nothing at all.
/// </summary>
internal sealed class ListImport(Store store, ListStore lists, FormChoice forms, TimeProvider time)
{
    private readonly FormLimits _limits = FormLimits.Of(forms.Forms);

    /// <summary>Takes in a roster.</summary>
    public Task<ImportOutcome<Participant>> RosterAsync(ListFile file, Caller caller, ImportWish wish, CancellationToken stop)
    {
        var errors = new List<RowError>();
        var rows = RosterFile.Rows(file, _limits, errors);
        return RunAsync(
            new("roster", file, caller, wish),
            current =>
            {
                var wrong = new List<RowError>(errors);
                if (rows is null)
                    return (null, wrong);
                foreach (var row in rows.Where(r => !caller.Region.Covers(r.Room)))
                    wrong.Add(new(file.Name, row.Row, Outside(row.Room)));
                foreach (var row in rows.Where(r => current.Roster.Find(r.Number) is { } p && !caller.Region.Covers(p.Room)))
                    wrong.Add(new(file.Name, row.Row, Taken(row.Number)));
                var named = wish.Replace ? rows.Select(r => r.Number).ToHashSet(StringComparer.Ordinal) : [];
                var gone = wish.Replace
                    ? current.Roster.Participants.Where(p => caller.Region.Covers(p.Room) && !named.Contains(p.Number))
                    : [];
                return (ListDiff<Participant>.Of(rows, r => current.Roster.Find(r.Number), ListFields.Of, gone), wrong);
            },
            (import, person, isRemoved) => new ParticipantRow
            {
                ImportId = import, Number = person.Number, Name = person.Name, BirthDate = person.BirthDate,
                Kab = person.Room.Kab, Lokasi = person.Room.Lokasi, Ruang = person.Room.Ruang, Seat = person.Seat,
                Subject = person.Subject, Package = person.Package, IsRemoved = isRemoved,
            },
            ImportDigest.Of,
            stop);
    }

    /// <summary>Takes in an attendance list, of a room or of many.</summary>
    public Task<ImportOutcome<AttendanceMark>> AttendanceAsync(
        ListFile file, Caller caller, ImportWish wish, CancellationToken stop) =>
        RunAsync(
            new("attendance", file, caller, wish with { Replace = false }),
            current =>
            {
                var wrong = new List<RowError>();
                var rows = AttendanceFile.Rows(
                    file, n => current.Roster.Find(n) is { } p && caller.Region.Covers(p.Room) ? p : null, wrong, caller.Region.ToString());
                return rows is not { Right: var marks }
                    ? (null, wrong)
                    : (ListDiff<AttendanceMark>.Of(
                        marks,
                        m => current.Attendance.TryGetValue(m.Number, out var entry) ? new(m.Number, entry) : null,
                        ListFields.Of,
                        []), wrong);
            },
            (import, mark, _) => new AttendanceRow
            {
                ImportId = import, Number = mark.Number, IsPresent = mark.Entry.Present, Incident = mark.Entry.Incident.ToString(),
            },
            ImportDigest.Of,
            stop);

    private async Task<ImportOutcome<T>> RunAsync<T, TRow>(
        Job job, Func<Lists, (ListDiff<T>? Diff, List<RowError> Errors)> hold, Func<long, T, bool, TRow> row,
        Func<IEnumerable<TRow>, string> digest, CancellationToken stop)
        where TRow : class
    {
        if (job.Wish.DryRun)
        {
            return await store.ReadAsync(
                async db => Judge(job, await lists.CurrentAsync(db, stop), hold), stop);
        }

        return await store.WriteAsync(
            async db =>
            {
                var outcome = Judge(job, await lists.CurrentAsync(db, stop), hold);
                if (outcome is not { State: ImportState.Applied, Diff: { } diff })
                    return outcome;
                var import = new ImportRow
                {
                    Kind = job.Kind, FileName = job.File.Name, Sha256 = job.Sha256, By = job.Caller.Name,
                    At = time.GetUtcNow().UtcDateTime, Added = diff.Added.Length, Changed = diff.Changed.Length,
                    Removed = diff.Removed.Length,
                };
                db.Imports.Add(import);
                await db.SaveChangesAsync(stop); // gives it its number
                List<TRow> rows =
                [
                    .. diff.Added.Concat(diff.Changed.Select(c => c.New)).Select(r => row(import.Id, r, false)),
                    .. diff.Removed.Select(r => row(import.Id, r, true)),
                ];
                db.InsertMany(rows);
                await AuditTrail.AppendAsync(
                    db, time, job.Caller, $"{job.Kind}.import", job.File.Name,
                    after: string.Create(
                        CultureInfo.InvariantCulture,
                        $"import {import.Id}: +{import.Added} ~{import.Changed} -{import.Removed} ={diff.Unchanged}, sha256 {import.Sha256}, rows sha256 {digest(rows)}"),
                    stop: stop);
                return outcome;
            },
            stop);
    }

    private static ImportOutcome<T> Judge<T>(
        Job job, Lists current, Func<Lists, (ListDiff<T>? Diff, List<RowError> Errors)> hold)
    {
        var (diff, errors) = hold(current);
        var digest = job.DigestOver(current.State);
        var state =
            diff is null || (errors.Count > 0 && !job.Wish.DryRun) ? ImportState.Wrong
            : job.Wish.DryRun ? ImportState.Tried
            : job.Wish.Confirm.Length == 0 ? diff.Overwrites ? ImportState.Unconfirmed : ImportState.Applied
            : job.Wish.Confirm == digest ? ImportState.Applied
            : ImportState.Unconfirmed;
        return new(state, diff, [.. errors.OrderBy(e => e.Row)], digest);
    }

    private static Wording Outside(RoomId room) => new(
        $"ruang {room} di luar wilayah akun ini", $"room {room} is outside of this account's region");

    private static Wording Taken(string number) => new(
        $"nomor_peserta {number} tidak dapat diubah dari wilayah akun ini; minta admin provinsi",
        $"nomor_peserta {number} can't be changed from this account's region; ask the province's administrator");

    private sealed record Job(string Kind, ListFile File, Caller Caller, ImportWish Wish)
    {
        public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(File.Bytes.Span));

        public string DigestOver(ListState state) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Kind} {Sha256} {Caller.Region} {Wish.Replace} {state.LastParticipant} {state.LastAttendance}"))))[..32];
    }
}
