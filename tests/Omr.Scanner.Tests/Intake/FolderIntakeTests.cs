using Omr.Scanner.Intake;

namespace Omr.Scanner.Tests.Intake;

public sealed class FolderIntakeTests : IDisposable
{
    private static readonly byte[] Page = [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n', .. new byte[30], .. "IEND"u8, 0xAE, 0x42, 0x60, 0x82];
    private readonly TestFolder _folder = new();
    private readonly HandTime _time = new();
    private readonly BookInMemory _book = new();
    private FolderIntake _intake;

    public FolderIntakeTests()
    {
        Directory.CreateDirectory(At("drop"));
        _intake = Start();
    }

    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories))
            File.SetAttributes(file, FileAttributes.Normal);
        _folder.Dispose();
    }

    [Fact]
    public async Task A_file_at_rest_goes_to_vault_and_book_and_leaves_the_folder()
    {
        _folder.Write("drop/05-012-003/a.png", Page);

        var taken = await RestAndLook();

        Assert.Equal((1, 1), (taken.Taken, taken.New));
        var arrival = Assert.Single(_book.Arrivals);
        Assert.Equal(("05-012-003/a.png", "05-012-003", Page.Length), (arrival.Name, arrival.Room, arrival.Bytes));
        Assert.Equal(Page, await File.ReadAllBytesAsync(new Vault(At("vault")).PathOf(arrival.Sha256), Stop));
        Assert.Equal([At("done/05-012-003/a.png")], Directory.GetFiles(At("done"), "*", SearchOption.AllDirectories));
        Assert.Empty(Directory.GetFiles(At("drop"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_file_that_grows_between_two_looks_waits()
    {
        for (var i = 0; i < 10; i++)
        {
            _folder.Write("drop/a.png", [.. Page, .. new byte[i]]);
            Assert.Equal(0, (await RestAndLook(looks: 1)).Taken);
        }

        Assert.Empty(_book.Arrivals);
    }

    [Fact]
    public async Task The_same_bytes_under_another_name_are_noted_as_no_new_work()
    {
        _folder.Write("drop/a.png", Page);
        _folder.Write("drop/b.png", Page);

        var taken = await RestAndLook();

        Assert.Equal((2, 1), (taken.Taken, taken.New));
        Assert.Equal(["a.png", "b.png"], _book.Arrivals.Select(a => a.Name).Order());
    }

    [Fact]
    public async Task Other_bytes_under_the_same_name_do_not_overwrite_the_first()
    {
        _folder.Write("drop/a.png", Page);
        await RestAndLook();
        _folder.Write("drop/a.png", [.. Page, 1]);
        await RestAndLook();

        Assert.Equal(2, _book.Arrivals.Count);
        Assert.Equal(["a (2).png", "a.png"], Directory.GetFiles(At("done")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_stop_before_the_book_is_written_loses_and_doubles_nothing()
    {
        _folder.Write("drop/a.png", Page);
        _book.BeforeReceiving = () => throw new IOException("power cut");
        await Assert.ThrowsAsync<IOException>(() => RestAndLook());
        _book.BeforeReceiving = () => { };
        _intake = Start();

        var taken = await RestAndLook();

        Assert.Equal((1, 1), (taken.Taken, taken.New));
        Assert.Single(_book.Arrivals);
    }

    [Fact]
    public async Task A_stop_between_the_book_and_the_move_doubles_nothing()
    {
        _folder.Write("drop/a.png", Page);
        _folder.Write("done", "a file where the folder must be: the move fails");
        var failed = await RestAndLook();
        Assert.Equal((0, 1), (failed.Taken, failed.New));
        Assert.Single(failed.Failures);
        File.Delete(At("done"));
        _intake = Start();

        var taken = await RestAndLook();

        Assert.Equal((1, 0), (taken.Taken, taken.New));
        Assert.Single(_book.Arrivals);
    }

    [Fact]
    public async Task A_file_to_which_its_scanner_adds_pages_after_it_was_taken_is_taken_again()
    {
        _folder.Write("drop/a.png", Page);
        await RestAndLook();
        await File.AppendAllTextAsync(At("done/a.png"), "more", Stop);
        await RestAndLook();

        Assert.Equal([Page.Length, Page.Length + 4], _book.Arrivals.Select(a => (int)a.Bytes));
        Assert.Equal(_book.Arrivals[0].Modified, _book.Arrivals[1].Before);
        Assert.Equal(0, (await RestAndLook()).Taken);
    }

    [Fact]
    public async Task A_file_that_grew_while_nobody_looked_is_taken_as_the_successor_of_what_it_was()
    {
        _folder.Write("drop/05-012-003/a.png", Page);
        _folder.Write("drop/b.png", [.. Page, 2]);
        await RestAndLook();
        await File.AppendAllTextAsync(At("done/05-012-003/a.png"), "more", Stop);
        _intake = Start();

        var taken = await RestAndLook();

        Assert.Equal((1, 1), (taken.Taken, taken.New));
        var (before, after) = (_book.Arrivals.Single(a => a.Bytes == Page.Length), _book.Arrivals[^1]);
        Assert.Equal(("05-012-003/a.png", "05-012-003", (DateTime?)before.Modified), (after.Name, after.Room, after.Before));
        _intake = Start();
        Assert.Equal(0, (await RestAndLook()).Taken);
    }

    [Fact]
    public async Task A_file_that_a_crash_left_in_the_folder_and_that_grew_meanwhile_is_the_successor_too()
    {
        _folder.Write("drop/a.png", Page);
        _folder.Write("done", "a file where the folder must be: the move fails");
        await RestAndLook();
        File.Delete(At("done"));
        await File.AppendAllTextAsync(At("drop/a.png"), "more", Stop);
        _intake = Start();

        await RestAndLook();

        Assert.Equal([null, _book.Arrivals[0].Modified], _book.Arrivals.Select(a => a.Before));
        Assert.Empty(Directory.GetFiles(At("drop")));
    }

    [Fact]
    public async Task Another_file_of_the_same_name_is_nobodys_successor()
    {
        _folder.Write("drop/a.png", Page);
        await RestAndLook();
        File.Delete(At("done/a.png"));
        _folder.Write("drop/a.png", [.. Page[..8], .. Enumerable.Repeat((byte)1, 60), .. Page[^8..]]);
        _intake = Start();

        await RestAndLook();

        Assert.Equal([null, null], _book.Arrivals.Select(a => a.Before));
    }

    [Fact]
    public async Task An_original_that_a_power_cut_shortened_after_it_was_moved_away_is_not_taken_for_a_new_sheet()
    {
        _folder.Write("drop/05-012-003/a.png", Page);
        _folder.Write("drop/b.png", [.. Page, 2]);
        await RestAndLook();
        await File.WriteAllBytesAsync(At("done/05-012-003/a.png"), [], Stop);
        await File.WriteAllBytesAsync(At("done/b.png"), Page[..10], Stop);
        _intake = Start();

        Assert.Equal(0, (await RestAndLook()).Taken);
        _time.Pass(100);
        Assert.Equal(0, (await RestAndLook()).Taken);
        Assert.Equal(2, _book.Arrivals.Count);
    }

    [Fact]
    public async Task Files_that_nobody_announced_in_new_folders_are_found_by_looking()
    {
        // Nothing but the look itself: events may all be lost.
        for (var room = 0; room < 20; room++)
        {
            for (var i = 0; i < 10; i++)
                _folder.Write($"drop/05-012-{room:000}/{i}.png", [.. Page, (byte)room, (byte)i]);
        }

        Assert.Equal((200, 200), (await RestAndLook()) is var r ? (r.Taken, r.New) : default);
    }

    [Fact]
    public async Task Other_bytes_under_the_same_name_in_another_folder_are_another_sheet()
    {
        _folder.Write("drop/a.png", Page);
        _folder.Write("drop/05-012-003/a.png", [.. Page, 1]);
        _folder.Write("drop/05-012-004/a.png", [.. Page, 2]);

        Assert.Equal(3, (await RestAndLook()).New);
        Assert.Equal(["", "05-012-003", "05-012-004"], _book.Arrivals.Select(a => a.Room).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_becomes_a_folder_is_named_and_holds_up_no_other_file()
    {
        _folder.Write("drop/a.png", Page);
        _folder.Write("drop/b.png", [.. Page, 2]);
        var looked = await RestAndLook(looks: 1);
        Assert.Equal(2, looked.Resting);
        File.Delete(At("drop/a.png"));
        Directory.CreateDirectory(At("drop/a.png"));

        var taken = await RestAndLook(looks: 1);

        Assert.Equal(1, taken.Taken);
        Assert.Equal(["a.png"], taken.Strays);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string At(string name) => Path.Combine(_folder.Path, name);

    private FolderIntake Start() => new(
        new(At("drop")), new(At("done"), _time), new(At("vault")), _book,
        new(_time, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(60)));

    private async Task<IntakeRound> RestAndLook(int looks = 2)
    {
        IntakeRound? last = null;
        for (var i = 0; i < looks; i++)
        {
            last = await _intake.RunAsync(Stop);
            _time.Pass(3);
        }

        return last!;
    }
}
