using System.Diagnostics;
using Omr.Scanner.Intake;

namespace Omr.Scanner.Tests.Intake;

public sealed class DropFolderTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly DropFolder _drop;

    public DropFolderTests() => _drop = new(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_rooms_folder_is_its_batch_and_the_flat_folder_is_no_rooms()
    {
        _folder.Write("3578-001-02/0002.jpg");
        _folder.Write("3578-001-02/0001.jpg", "four");
        _folder.Write("a.tif");

        Assert.Equal(
            [("3578-001-02/0001.jpg", "3578-001-02", 4), ("3578-001-02/0002.jpg", "3578-001-02", 1), ("a.tif", null, 1L)],
            _drop.List().Files.Select(f => (f.Name, f.Room, f.Bytes)));
    }

    [Theory]
    [InlineData("ruang 2")]
    [InlineData("3578-001")]
    [InlineData("3578-001-02/lama")]
    [InlineData("3578-001-02 (2)")]
    public void Paper_in_a_folder_of_no_room_is_somebodys_to_see_to(string folder)
    {
        _folder.Write($"{folder}/0001.jpg");

        var listing = _drop.List();

        Assert.Empty(listing.Files);
        Assert.Equal([folder], listing.Strays);
    }

    [Fact]
    public void What_programs_leave_in_passing_is_no_paper()
    {
        foreach (var litter in new[] { "Thumbs.db", "0001.jpg.part", "0001.filepart", "~$daftar.jpg", ".goutputstream-X1", "desktop.ini" })
            _folder.Write(litter);

        var listing = _drop.List();

        Assert.Empty(listing.Files);
        Assert.Empty(listing.Suspects);
    }

    [Fact]
    public void Links_and_pipes_are_named_and_never_opened()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "pipes and hard links are made with Linux's own programs");
        var outside = Directory.CreateTempSubdirectory("omr-outside-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(outside, "secret.jpg"), "secret");
            File.CreateSymbolicLink(Path.Combine(_folder.Path, "1-symbolic.jpg"), Path.Combine(outside, "secret.jpg"));
            Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "2-linked-folder"), outside);
            Run("ln", Path.Combine(outside, "secret.jpg"), Path.Combine(_folder.Path, "3-hard.jpg"));
            Run("mkfifo", Path.Combine(_folder.Path, "4-pipe.jpg"));
            File.CreateSymbolicLink(Path.Combine(_folder.Path, "5-dangling.jpg"), Path.Combine(outside, "nowhere"));
            _folder.Write("6-plain.jpg");

            var listing = _drop.List();

            Assert.Equal(["6-plain.jpg"], listing.Files.Select(f => f.Name));
            Assert.Equal(["1-symbolic.jpg", "2-linked-folder", "3-hard.jpg", "4-pipe.jpg", "5-dangling.jpg"], listing.Suspects);
        }
        finally
        {
            Directory.Delete(outside, recursive: true);
        }
    }

    [Fact]
    public void A_folder_that_is_gone_says_so() =>
        Assert.Throws<DirectoryNotFoundException>(() => new DropFolder(Path.Combine(_folder.Path, "gone")).List());

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
