using System.Diagnostics;
using System.Globalization;
using Omr.Benchmarks.Campaign;
using Omr.Benchmarks.Hosted;
using Omr.Service.Access;
using Omr.Service.Audit;
using Omr.Service.Signing;
using Omr.Service.Storage;

namespace Omr.Benchmarks.Audit;

/// <summary>Builds a long log, verifies it against kept heads, and times appending to it.</summary>
internal static class AuditCommand
{
    public const string Usage = "usage: omr bench audit [--entries N] [--heads N]";

    private const int UsualEntries = 1_000_000;
    private const int UsualHeads = 1_000;
    private const int Rounds = 3;
    private const int Appended = 1_000;

    public static async Task<int> RunAsync(string[] args)
    {
        if (Parse(args) is not var (entries, heads))
        {
            Console.Error.WriteLine($"omr bench: {Usage}");
            return 2;
        }

        using var folder = new ScratchFolder();
        var (database, kept) = (Path.Combine(folder.Path, "omr.db"), Directory.CreateDirectory(Path.Combine(folder.Path, "heads")).FullName);
        await using var store = new Store(database);
        await store.MigrateAsync(CancellationToken.None);
        var key = SigningKey.Make(folder.Path);
        var built = await TimeAsync(() => BuildAsync(store, entries, heads, kept, key));
        var bytes = new FileInfo(database).Length;
        Print($"built {entries:n0} entries, {heads:n0} heads, {bytes / 1048576.0:0} MB: {built:0.0} s");

        var (times, processor, report) = (new List<double>(), new List<double>(), (AuditReport?)null);
        for (var round = 0; round < Rounds; round++)
        {
            var before = Environment.CpuUsage.TotalTime;
            times.Add(await TimeAsync(() =>
            {
                report = AuditVerifier.Verify(database, HeadFolder.Load([kept], [key.Public]), CancellationToken.None);
                return Task.CompletedTask;
            }));
            processor.Add((Environment.CpuUsage.TotalTime - before).TotalSeconds);
            Print($"verified {report!.Entries:n0} entries, {report.Heads:n0} heads, {report.Findings.Length} findings: {times[^1]:0.00} s, processor time {processor[^1]:0.00} s");
        }

        var one = await AppendAsync(store, Appended, each: true);
        var together = await AppendAsync(store, Appended, each: false);
        Print($"appending: {one:0.000} ms an entry in a transaction of its own, {together:0.000} ms in one of {Appended}");
        var path = InclusionPathLength(database, entries);
        MeasurementsFile.Put("audit", "audit", string.Create(CultureInfo.InvariantCulture, $"""
            ## The audit log

            `./omr bench audit`: a log of {entries:n0} entries ({bytes / 1048576.0:0} MB) and {heads:n0} signed heads of it. Verifying reads the whole log from the database, makes the tree anew, holds every stored node and every head against it and checks each head's signature.

            | What | measured | goal |
            |---|---|---|
            | verify everything ({Rounds} times) | {Seconds(times)} s; processor time {Seconds(processor)} s; {report!.Findings.Length} findings | 10 s |
            | append an entry, a transaction each, flushed to the disk ({Appended:n0}) | {one:0.000} ms | - |
            | append {Appended:n0} entries in one transaction | {together:0.000} ms an entry | - |
            | hashes of an inclusion proof | {path} | {Math.Ceiling(Math.Log2(entries)):0} |

            {Conditions.Text}

            """), whole: entries >= UsualEntries);
        return report.Findings.IsEmpty && report.Heads == heads && times.Min() < 10 ? 0 : 1;
    }

    private static async Task BuildAsync(Store store, int entries, int heads, string kept, SigningKey key)
    {
        var frontier = new MerkleFrontier();
        var at = new DateTime(2026, 11, 26, 5, 0, 0, DateTimeKind.Utc);
        await store.WriteAsync(
            db =>
            {
                db.InsertMany(Rows());
                return Task.CompletedTask;
            },
            CancellationToken.None);

        IEnumerable<AuditRow> Rows()
        {
            for (var id = 1; id <= entries; id++)
            {
                at = at.AddMilliseconds(137);
                var entry = new AuditEntry(
                    id, AuditEntry.TimeText(at), $"petugas-{id % 40}", "Verifikator", "correction.confirm",
                    string.Create(CultureInfo.InvariantCulture, $"sheet {id * 7L % 100_003} jawaban {id % 100}"), "?A|C", "A", "penghapusan terlihat jelas");
                var node = Convert.ToHexStringLower(frontier.Append(MerkleTree.Leaf(entry.ToBytes())));
                // As many heads as were asked for, the last of the whole log.
                if ((long)id * heads / entries != (id - 1L) * heads / entries)
                    HeadFolder.Add(kept, KeptHead.Of(new(id, Convert.ToHexStringLower(frontier.Root()), at, key.Public.Id), key), key.Public);
                yield return new()
                {
                    Id = id, At = at, Who = entry.Who, Role = entry.Role, Act = entry.Act, Subject = entry.Subject,
                    Before = entry.Before, After = entry.After, Why = entry.Why, Hash = node,
                };
            }
        }
    }

    // Milliseconds an entry.
    private static async Task<double> AppendAsync(Store store, int times, bool each)
    {
        Task Add(OmrDatabase db) => AuditTrail.AppendAsync(db, TimeProvider.System, Caller.Program, "bench.append", "one more", "A", "B", "why");
        var seconds = await TimeAsync(async () =>
        {
            for (var i = 0; each && i < times; i++)
                await store.WriteAsync(Add, CancellationToken.None);
            if (!each)
            {
                await store.WriteAsync(
                    async db =>
                    {
                        for (var i = 0; i < times; i++)
                            await Add(db);
                    },
                    CancellationToken.None);
            }
        });
        return seconds * 1000 / times;
    }

    private static int InclusionPathLength(string database, int entries)
    {
        using var log = new AuditLog(database);
        return InclusionProof.Of(entries / 3, log.Leaves(entries)).Path.Length;
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static (int Entries, int Heads)? Parse(string[] args)
    {
        var values = new Dictionary<string, int> { ["--entries"] = UsualEntries, ["--heads"] = UsualHeads };
        for (var i = 0; i < args.Length; i += 2)
        {
            if (!values.ContainsKey(args[i]) || i + 1 == args.Length
                || !int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 3)
            {
                return null;
            }

            values[args[i]] = number;
        }

        return (values["--entries"], values["--heads"]);
    }

    private static string Seconds(IEnumerable<double> times) => string.Join(", ", times.Select(t => t.ToString("0.00", CultureInfo.InvariantCulture)));

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
