using System.Diagnostics;
using Omr.Engine;
using Omr.Scanner.Workers;
using Omr.Simulator.Encoding;

namespace Omr.Scanner.Tests.Workers;

/// <summary>What a file that crashes or holds up a decoder costs: its own page.</summary>
public sealed class SupervisionTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("segv", "exit=139 signal=11")]
    [InlineData("abort", "exit=134 signal=6")]
    [InlineData("exit", "exit=7")]
    [InlineData("nonsense", "answer=nonsense")]
    [InlineData("balloon", "memory=over_limit limit_mb=512")]
    [InlineData("heap", "memory=over_limit limit_mb=512")]
    public async Task A_page_that_crashes_its_worker_is_refused_and_every_other_sheet_is_read(string fault, string evidence)
    {
        SkipOnWindows();
        var sheet = await Sheets.MakeAsync(ScanFormat.Jpeg, 1);

        var readings = await Worker.ReadAsync([File("a", sheet), File($"{fault}-1", sheet), File("b", sheet)]);

        Assert.IsType<SheetReading>(Assert.Single(readings[0].Pages));
        var refusal = Assert.IsType<Refusal>(Assert.Single(readings[1].Pages));
        Assert.Equal((1, RefusalReason.DecoderCrashed), (refusal.Page, refusal.Reason));
        Assert.StartsWith(evidence, refusal.Evidence, StringComparison.Ordinal);
        Outcomes.AssertEqual(readings[0].Pages[0], Assert.Single(readings[2].Pages));
    }

    [Fact]
    public async Task A_page_that_comes_to_no_end_is_refused_after_tens_of_seconds_and_the_next_sheet_is_read()
    {
        var sheet = await Sheets.MakeAsync(ScanFormat.Jpeg, 1);

        var readings = await Worker.ReadAsync([File("hang-1", sheet), File("b", sheet)]);

        var refusal = Assert.IsType<Refusal>(Assert.Single(readings[0].Pages));
        Assert.Equal((1, RefusalReason.DecoderHung), (refusal.Page, refusal.Reason));
        // On a machine that gives it little of a processor it is waited for by further tens of seconds.
        Assert.Matches("^silent_s=[1-6]0$", refusal.Evidence);
        Assert.IsType<SheetReading>(Assert.Single(readings[1].Pages));
    }

    [Fact]
    public async Task A_page_whose_worker_gets_little_of_a_processor_is_waited_for_and_not_refused()
    {
        var sheet = await Sheets.MakeAsync(ScanFormat.Jpeg, 1);

        // Every start and every wait, so that a second try would be as short as the first.
        var time = new HastyTime { Timers = 8 };
        var readings = await Worker.ReadAsync([File("starve-1", sheet)], time: time);

        Assert.IsType<SheetReading>(Assert.Single(readings[0].Pages));
    }

    [Fact]
    public async Task The_pages_after_a_crash_are_read_and_those_before_it_are_not_read_twice()
    {
        SkipOnWindows();
        var pages = JpegTiff.Of(
            await Sheets.MakeAsync(ScanFormat.Jpeg, 1), await Sheets.MakeAsync(ScanFormat.Jpeg, 2), await Sheets.MakeAsync(ScanFormat.Jpeg, 3));

        var readings = await Worker.ReadAsync([File("whole", pages), File("segv-2", pages)]);

        Assert.Equal([1, 2, 3], readings[1].Pages.Select(p => p.Page));
        Assert.Equal(RefusalReason.DecoderCrashed, Assert.IsType<Refusal>(readings[1].Pages[1]).Reason);
        foreach (var page in new[] { 0, 2 })
        {
            Assert.IsType<SheetReading>(readings[0].Pages[page]);
            Outcomes.AssertEqual(readings[0].Pages[page], readings[1].Pages[page]);
        }
    }

    [Fact]
    public async Task A_crash_that_does_not_come_again_costs_nothing()
    {
        SkipOnWindows();
        var sheet = await Sheets.MakeAsync(ScanFormat.Jpeg, 1);

        var readings = await Worker.ReadAsync([File("segv-1-once", sheet)]);

        Assert.IsType<SheetReading>(Assert.Single(readings[0].Pages));
        Assert.True(System.IO.File.Exists(Path.Combine(_folder.Path, "segv-1-once.done")));
    }

    [Fact]
    public async Task A_file_whose_every_page_crashes_is_given_up_after_three_and_says_so()
    {
        SkipOnWindows();
        var sheet = await Sheets.MakeAsync(ScanFormat.Jpeg, 1);

        var reading = Assert.Single(await Worker.ReadAsync([File("exit-all", JpegTiff.Of(sheet, sheet, sheet, sheet, sheet))]));

        Assert.Equal(3, reading.Pages.Length);
        Assert.EndsWith("rest_of_file=not_read", Assert.IsType<Refusal>(reading.Pages[2]).Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_jobs_give_what_one_gives_in_the_same_order_whatever_crashes()
    {
        SkipOnWindows();
        var sheet = await Sheets.MakeAsync(ScanFormat.Jpeg, 1);
        PaperFile[] files =
            [.. new[] { "a", "exit-1", "b", "c", "segv-1", "d", "e" }.Select(name => File(name, sheet)), File("f", "text"u8.ToArray())];

        var one = await Worker.ReadAsync(files);
        var two = await Worker.ReadAsync(files, jobs: 2);

        Assert.Equal(files, one.Select(r => r.File));
        Assert.Equal(files, two.Select(r => r.File));
        foreach (var (a, b) in one.Zip(two)) Outcomes.AssertEqual(Assert.Single(a.Pages), Assert.Single(b.Pages));
    }

    [Theory]
    [InlineData("-KILL")]
    [InlineData("-SEGV")]
    [InlineData("-STOP")]
    public async Task A_worker_that_somebody_ends_or_stops_between_two_files_loses_nothing_of_them(string signal)
    {
        SkipOnWindows();
        var sheet = File("a", await Sheets.MakeAsync(ScanFormat.Jpeg, 1));
        var time = new HastyTime();
        await using var workers = new WorkerReader([Sheets.Form], Worker.Command, time);
        var before = await OnePage(workers, sheet);
        time.Timers = HastyTime.Wait;
        using (var kill = Process.Start("kill", [signal, $"{workers.WorkerId}"]))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);

        var after = await OnePage(workers, sheet);

        Outcomes.AssertEqual(before, after);
        Outcomes.AssertEqual(before, await OnePage(workers, sheet));
    }

    [Fact]
    public async Task Workers_that_end_at_their_start_end_the_run_with_what_they_said()
    {
        var reader = new BatchReader([Sheets.Form], 2, Worker.Of("dies-at-start"), TimeProvider.System);

        var failure = await Assert.ThrowsAsync<WorkerStartException>(async () =>
        {
            await foreach (var _ in reader.ReadAsync([File("a", "x"u8.ToArray())], TestContext.Current.CancellationToken))
                Assert.Fail("there was nothing to read with");
        });

        Assert.Contains("exit=9 message=\"no decoder here\"", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_program_that_is_missing_ends_the_run_with_its_name()
    {
        var reader = new BatchReader([Sheets.Form], 1, new("/no/such/worker", []), TimeProvider.System);

        var failure = await Assert.ThrowsAsync<WorkerStartException>(async () =>
        {
            await foreach (var _ in reader.ReadAsync([File("a", "x"u8.ToArray())], TestContext.Current.CancellationToken))
                Assert.Fail("there was nothing to read with");
        });

        Assert.Contains("/no/such/worker", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_worker_is_left_after_a_run()
    {
        var sheet = File("a", await Sheets.MakeAsync(ScanFormat.Jpeg, 1));
        int worker;
        await using (var workers = new WorkerReader([Sheets.Form], Worker.Command, TimeProvider.System))
        {
            await OnePage(workers, sheet);
            worker = workers.WorkerId!.Value;
        }

        Assert.Throws<ArgumentException>(() => Process.GetProcessById(worker));
    }

    private static void SkipOnWindows() => Assert.SkipWhen(OperatingSystem.IsWindows(), "signals and limits are Unix's");

    private static async Task<ReadOutcome> OnePage(WorkerReader workers, PaperFile file)
    {
        var pages = new List<ReadOutcome>();
        await foreach (var page in workers.ReadAsync(file, TestContext.Current.CancellationToken)) pages.Add(page);
        return Assert.Single(pages);
    }

    private PaperFile File(string name, byte[] content) => new(_folder.Write(name, content), name);
}
