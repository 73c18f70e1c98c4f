namespace Omr.Scanner.Tests;

public sealed class PaperFilesTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_gives_its_files_and_those_below_in_ordinal_order_of_name()
    {
        foreach (var name in new[] { "b.jpg", "a/2.png", "a/10.png", "B.tif", "a-1/x.pdf" }) _folder.Write(name);

        Assert.Equal(["B.tif", "a-1/x.pdf", "a/10.png", "a/2.png", "b.jpg"], Names(_folder.Path));
    }

    [Fact]
    public void A_file_that_is_given_itself_has_its_file_name_whatever_it_is_called()
    {
        var path = _folder.Write("deep/down/notes.csv");

        Assert.Equal(["notes.csv"], Names(path));
    }

    [Fact]
    public void The_paths_keep_the_order_in_which_they_are_given()
    {
        var late = _folder.Write("z.jpg");
        var early = _folder.Write("a.jpg");

        Assert.Equal(["z.jpg", "a.jpg"], Names(late, early));
    }

    [Theory]
    [InlineData("Thumbs.db")]
    [InlineData("THUMBS.DB")]
    [InlineData(".DS_Store")]
    [InlineData("._0001.jpg")]
    [InlineData("desktop.ini")]
    [InlineData("0002.jpg.part")]
    [InlineData("0002.tmp")]
    [InlineData(".hidden.jpg")]
    [InlineData(".hidden/0001.jpg")]
    [InlineData("truth.csv")]
    [InlineData("catatan.txt")]
    [InlineData("sub/bacaan.jsonl")]
    public void What_other_programs_leave_in_the_folder_is_passed_over(string litter)
    {
        _folder.Write(litter);
        _folder.Write("0001.jpg");

        Assert.Equal(["0001.jpg"], Names(_folder.Path));
    }

    [Fact]
    public void Symbolic_links_are_not_followed_out_of_the_folder_or_round_in_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need rights there");
        var elsewhere = _folder.Write("elsewhere/secret.jpg");
        _folder.Write("room/0001.jpg");
        var room = Path.Combine(_folder.Path, "room");
        File.CreateSymbolicLink(Path.Combine(room, "out.jpg"), elsewhere);
        Directory.CreateSymbolicLink(Path.Combine(room, "out"), Path.Combine(_folder.Path, "elsewhere"));
        Directory.CreateSymbolicLink(Path.Combine(room, "round"), room);

        Assert.Equal(["0001.jpg"], Names(room));
    }

    [Fact]
    public void A_path_that_does_not_exist_is_told()
    {
        var missing = Path.Combine(_folder.Path, "missing");

        Assert.Null(PaperFiles.Find([_folder.Path, missing], out var fault));
        Assert.Equal(new PathFault(missing, Exists: false), fault);
    }

    [Fact]
    public void Two_rooms_with_files_of_the_same_name_are_told_apart_by_the_path_given()
    {
        _folder.Write("r1/0001.jpg");
        _folder.Write("r2/0001.jpg");
        var (first, second) = (Path.Combine(_folder.Path, "r1"), Path.Combine(_folder.Path, "r2") + "/");

        Assert.Equal([$"{first}/0001.jpg", $"{second}0001.jpg"], Names(first, second));
    }

    [Fact]
    public void A_file_that_is_reached_by_two_paths_is_taken_once()
    {
        var file = _folder.Write("a/0001.jpg");

        Assert.Equal(["a/0001.jpg"], Names(_folder.Path, file));
    }

    [Fact]
    public void An_empty_folder_gives_no_files() => Assert.Empty(Names(_folder.Path));

    private static string[] Names(params string[] paths)
    {
        var files = PaperFiles.Find(paths, out var fault);
        Assert.Null(fault);
        return [.. files!.Select(f => f.Name)];
    }
}
