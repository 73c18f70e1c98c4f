using System.Collections.Concurrent;
using System.Text;
using Omr.Engine;

namespace Omr.Scanner.Tests;

public sealed class BatchReaderTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(64)]
    public async Task Readings_come_in_the_order_of_the_files_for_any_number_of_jobs(int jobs)
    {
        var files = Files(50);
        var turn = 0;

        // Every other file takes its time, so that the later ones are ready first.
        var reader = Reader(jobs, bytes =>
        {
            if (Interlocked.Increment(ref turn) % 2 == 1) Thread.SpinWait(200_000);
            return [Seen(bytes)];
        });

        var readings = await AllAsync(reader, files);

        Assert.Equal(files, readings.Select(r => r.File));
        Assert.Equal(files.Select(f => $"seen={f.Name}"), readings.Select(r => ((Refusal)r.Pages[0]).Evidence));
    }

    [Fact]
    public async Task No_more_readers_are_made_than_jobs_and_none_is_used_twice_at_a_time()
    {
        var busy = new ConcurrentDictionary<object, bool>();
        var made = 0;
        var shared = false;
        var reader = new BatchReader(
            () =>
            {
                var me = new object();
                made++;
                return new FileReader(bytes =>
                {
                    shared |= !busy.TryAdd(me, true);
                    Thread.SpinWait(20_000);
                    busy.TryRemove(me, out _);
                    return [Seen(bytes)];
                });
            },
            3);

        await AllAsync(reader, Files(40));

        Assert.Equal(3, made);
        Assert.False(shared);
    }

    [Fact]
    public async Task At_most_twice_as_many_files_as_jobs_are_read_ahead_of_the_consumer()
    {
        var read = 0;
        var reader = Reader(2, bytes =>
        {
            Interlocked.Increment(ref read);
            return [Seen(bytes)];
        });
        var given = 0;

        await foreach (var _ in reader.ReadAsync(Files(30), TestContext.Current.CancellationToken))
            Assert.InRange(Volatile.Read(ref read), ++given, given + 4);

        Assert.Equal(30, given);
    }

    [Fact]
    public async Task One_bad_file_among_good_ones_is_refused_and_the_others_are_read()
    {
        var files = Files(3);
        File.Delete(files[1].Path);
        var reader = Reader(2, bytes => [Seen(bytes)]);

        var readings = await AllAsync(reader, files);

        Assert.Equal(RefusalReason.Unreadable, Assert.IsType<Refusal>(readings[1].Pages.Single()).Reason);
        Assert.Equal(["seen=0", "seen=2"], new[] { 0, 2 }.Select(i => ((Refusal)readings[i].Pages[0]).Evidence));
    }

    [Fact]
    public async Task An_exception_in_the_reader_refuses_the_file_with_its_message_and_keeps_the_pages_before_it()
    {
        var reader = Reader(1, bytes => Failing(bytes, "the needle is stuck"));

        var reading = Assert.Single(await AllAsync(reader, Files(1)));

        Assert.Equal(2, reading.Pages.Length);
        var refusal = Assert.IsType<Refusal>(reading.Pages[1]);
        Assert.Equal((2, RefusalReason.Failed), (refusal.Page, refusal.Reason));
        Assert.Contains("the needle is stuck", refusal.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_gives_no_page_at_all_is_still_accounted_for()
    {
        var reading = Assert.Single(await AllAsync(Reader(1, _ => []), Files(1)));

        Assert.IsType<Refusal>(Assert.Single(reading.Pages));
    }

    [Fact]
    public async Task A_file_above_the_limit_is_refused_without_being_read()
    {
        var path = Path.Combine(_folder.Path, "huge.tif");
        await using (var file = File.Create(path)) file.SetLength(ImageReader.MaxBytes + 1L);
        var reader = Reader(1, _ => throw new InvalidOperationException("it was read"));

        var reading = Assert.Single(await AllAsync(reader, [new(path, "huge.tif")]));

        Assert.Equal(RefusalReason.TooLarge, Assert.IsType<Refusal>(Assert.Single(reading.Pages)).Reason);
    }

    [Fact]
    public async Task Stopping_ends_the_reading()
    {
        using var stop = new CancellationTokenSource();
        var reader = Reader(2, bytes => [Seen(bytes)]);
        var given = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in reader.ReadAsync(Files(100), stop.Token))
                if (++given == 3) await stop.CancelAsync();
        });

        Assert.InRange(given, 3, 8);
    }

    [Fact]
    public async Task The_real_engine_refuses_what_is_no_picture_alike_for_any_number_of_jobs()
    {
        var files = Files(9);
        var template = Omr.Forms.Ljk.LjkForm.All[0];

        var alone = await AllAsync(new BatchReader([template], 1), files);
        var many = await AllAsync(new BatchReader([template], 4), files);

        Assert.All(alone, r => Assert.Equal(RefusalReason.UnknownFormat, Assert.IsType<Refusal>(Assert.Single(r.Pages)).Reason));
        Assert.Equal(alone.SelectMany(r => r.Pages), many.SelectMany(r => r.Pages));
    }

    private PaperFile[] Files(int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => $"{i}").Select(n => new PaperFile(_folder.Write(n, n), n)),
    ];

    private static BatchReader Reader(int jobs, Func<ReadOnlyMemory<byte>, IEnumerable<ReadOutcome>> read) =>
        new(() => new FileReader(read), jobs);

    private static async Task<List<FileReading>> AllAsync(BatchReader reader, IReadOnlyList<PaperFile> files)
    {
        var readings = new List<FileReading>();
        await foreach (var reading in reader.ReadAsync(files, TestContext.Current.CancellationToken)) readings.Add(reading);
        return readings;
    }

    private static Refusal Seen(ReadOnlyMemory<byte> bytes) =>
        new(1, RefusalReason.UnknownFormat, $"seen={Encoding.UTF8.GetString(bytes.Span)}");

    private static IEnumerable<ReadOutcome> Failing(ReadOnlyMemory<byte> bytes, string message)
    {
        yield return Seen(bytes);
        throw new InvalidOperationException(message);
    }
}
