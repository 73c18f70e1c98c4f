using System.Diagnostics;
using Omr.Scanner.Intake;

namespace Omr.Scanner.Tests.Intake;

/// <summary>
/// Somebody who may write to the drop folder exchanges what was listed for something else before it is opened, or plants links
/// where the program itself writes. Nothing outside of the folders is read or written, and nothing waits for ever.
/// </summary>
public sealed class HostileSwapTests : IDisposable
{
    private static readonly byte[] Page = [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n', .. new byte[30], .. "IEND"u8, 0xAE, 0x42, 0x60, 0x82];
    private static readonly DateTime Long = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private readonly TestFolder _folder = new();
    private readonly SwapTime _time = new();
    private readonly BookInMemory _book = new();

    public HostileSwapTests()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "links and pipes are made as Linux has them");
        Directory.CreateDirectory(At("drop/01-001-001"));
        Directory.CreateDirectory(At("outside"));
        _folder.Write("outside/secret.png", Page);
        File.SetLastWriteTimeUtc(At("outside/secret.png"), Long);
    }

    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).Where(f => new FileInfo(f) is { LinkTarget: null, Exists: true }))
            File.SetAttributes(file, FileAttributes.Normal);
        Run("sh", "-c", $"rm -rf {At("drop")}/*"); // .NET can't remove a name that is no UTF-8
        _folder.Dispose();
    }

    [Theory]
    [InlineData("a link to a file outside")]
    [InlineData("a hard link to a file outside")]
    [InlineData("a pipe")]
    [InlineData("its folder for a link to a folder outside")]
    public async Task What_is_swapped_between_listing_and_opening_is_not_taken(string swap)
    {
        var path = At("drop/01-001-001/secret.png");
        _folder.Write("drop/01-001-001/secret.png", Page);
        File.SetLastWriteTimeUtc(path, Long);
        var intake = Start(At("drop"), At("done"));
        _ = await LookAsync(intake);
        _time.Pass(10);
        _time.BeforeNext = () =>
        {
            File.Delete(path);
            switch (swap)
            {
                case "a link to a file outside":
                    File.CreateSymbolicLink(path, At("outside/secret.png"));
                    break;
                case "a hard link to a file outside":
                    Run("ln", At("outside/secret.png"), path);
                    break;
                case "a pipe":
                    Run("mkfifo", path);
                    break;
                default:
                    Directory.Delete(At("drop/01-001-001"));
                    Directory.CreateSymbolicLink(At("drop/01-001-001"), At("outside"));
                    break;
            }
        };

        var round = await LookAsync(intake);

        Assert.Empty(_book.Arrivals);
        Assert.Equal("01-001-001/secret.png", Assert.Single(round.Failures).Name);
        Assert.True(File.Exists(At("outside/secret.png")));
        Assert.Empty(Directory.GetFiles(At("vault"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_room_of_the_done_folder_that_is_a_link_is_not_followed()
    {
        _folder.Write("drop/01-001-001/a.png", Page);
        Directory.CreateDirectory(At("done"));
        Directory.CreateSymbolicLink(At("done/01-001-001"), At("outside"));

        var round = await RestAndLookAsync(Start(At("drop"), At("done")));

        Assert.Equal("01-001-001/a.png", Assert.Single(round.Failures).Name);
        Assert.Equal([At("outside/secret.png")], Directory.GetFiles(At("outside")));
        Assert.Single(_book.Arrivals); // its bytes are safe, only the original stays
    }

    [Fact]
    public async Task A_done_folder_inside_the_drop_folder_that_is_a_link_is_neither_listed_nor_written_to()
    {
        Directory.CreateSymbolicLink(At("drop/.selesai"), At("outside"));
        _folder.Write("drop/a.png", Page);

        var round = await RestAndLookAsync(Start(At("drop"), At("drop/.selesai")));

        Assert.Equal("a.png", Assert.Single(round.Failures).Name);
        Assert.Equal([At("outside/secret.png")], Directory.GetFiles(At("outside")));
    }

    [Fact]
    public async Task A_folder_named_like_a_room_with_a_line_break_behind_is_no_room()
    {
        _folder.Write("drop/01-001-001\n/a.png", Page);

        var round = await RestAndLookAsync(Start(At("drop"), At("done")));

        Assert.Empty(_book.Arrivals);
        Assert.Equal("01-001-001\n", Assert.Single(round.Strays));
    }

    [Fact]
    public async Task A_name_that_is_no_UTF8_is_named_instead_of_forgotten()
    {
        Run("sh", "-c", $"printf x > \"{At("drop")}/$(printf 'a\\377b.png')\"");

        var round = await RestAndLookAsync(Start(At("drop"), At("done")));

        Assert.Equal("a\ufffdb.png", Assert.Single(round.Suspects));
    }

    [Theory]
    [InlineData(255)]
    [InlineData(251)]
    public async Task A_file_with_the_longest_name_leaves_the_folder_though_its_name_is_taken(int length)
    {
        var name = new string('n', length - 4) + ".png";
        var intake = Start(At("drop"), At("done"));
        for (byte i = 0; i < 3; i++)
        {
            _folder.Write($"drop/{name}", [.. Page, i]);
            Assert.Empty((await RestAndLookAsync(intake)).Failures);
        }

        Assert.Empty(Directory.GetFiles(At("drop")));
        Assert.Equal(3, Directory.GetFiles(At("done")).Length);
    }

    [Fact]
    public async Task A_flat_file_named_like_a_room_doesnt_keep_that_rooms_scans_in_the_folder()
    {
        Directory.Delete(At("drop/01-001-001"));
        _folder.Write("drop/01-001-001", Page);
        var intake = Start(At("drop"), At("done"));
        Assert.Empty((await RestAndLookAsync(intake)).Failures);
        _folder.Write("drop/01-001-001/a.png", [.. Page, 1]);
        Assert.Empty((await RestAndLookAsync(intake)).Failures);
        Directory.Delete(At("drop/01-001-001"));
        _folder.Write("drop/01-001-001", [.. Page, 2]);

        Assert.Empty((await RestAndLookAsync(intake)).Failures);

        Assert.Equal(3, Directory.GetFiles(At("done"), "*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public async Task A_file_of_no_end_is_named_and_not_copied()
    {
        _folder.Write("drop/a.png", Page);
        using (var file = File.OpenWrite(At("drop/a.png")))
            file.SetLength(1L << 40); // takes no room on the disk

        var started = Stopwatch.GetTimestamp();
        var round = await RestAndLookAsync(Start(At("drop"), At("done")));

        Assert.Equal("a.png", Assert.Single(round.Failures).Name);
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 10);
        Assert.Empty(_book.Arrivals);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string At(string name) => Path.Combine(_folder.Path, name);

    private FolderIntake Start(string drop, string done) => new(
        new(drop), new(done, _time), new(At("vault")), _book, new(_time, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(60)));

    private async Task<IntakeRound> RestAndLookAsync(FolderIntake intake)
    {
        _ = await LookAsync(intake);
        _time.Pass(61);
        return await LookAsync(intake);
    }

    // What waits for a pipe's other end fails instead of hanging.
    private static Task<IntakeRound> LookAsync(FolderIntake intake) =>
        Task.Run(() => intake.RunAsync(Stop), Stop).WaitAsync(TimeSpan.FromSeconds(20), Stop);

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments)!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    // The first thing asked of the clock after a listing is how long a file has rested.
    private sealed class SwapTime : TimeProvider
    {
        private long _ticks;

        public Action? BeforeNext { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp()
        {
            var swap = BeforeNext;
            BeforeNext = null;
            swap?.Invoke();
            return _ticks;
        }

        public void Pass(double seconds) => _ticks += TimeSpan.FromSeconds(seconds).Ticks;
    }
}
